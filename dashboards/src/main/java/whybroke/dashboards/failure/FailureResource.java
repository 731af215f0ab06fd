package whybroke.dashboards.failure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import whybroke.api.account.Viewer;
import whybroke.api.account.Viewers;
import whybroke.api.failure.Failures;
import whybroke.dashboards.page.Shell;
import whybroke.dashboards.page.Shells;
import whybroke.ingest.FailureId;

/** The page of one failure: why did it break, is it mine, what do I do? */
@Path("/failures/{id:[0-9a-f]{32}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class FailureResource {
    @Inject
    Viewers viewers;

    @Inject
    Shells shells;

    @Inject
    FailureViews views;

    @Inject
    Failures failures;

    @Inject
    Corrections corrections;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "failure")
    static class Templates {
        static native TemplateInstance one(Shell shell, FailureView view, String notice);

        static native TemplateInstance log(Shell shell, LogPage page);
    }

    @GET
    public TemplateInstance one(@PathParam("id") FailureId id, @QueryParam("notice") String notice) {
        FailureView view = views.one(viewers.current(), id).orElseThrow(NotFoundException::new);
        Shell shell = shells.of(view.answer().heading(), "failures").lookingAgain(again(view));
        return Templates.one(shell, view, Corrections.words(notice));
    }

    /** Looks again while the answer may still come: often at first, and no longer after a day. */
    private Shell.Again again(FailureView view) {
        Duration age = Duration.between(view.summary().finished(), clock.instant());
        if (!Answer.isWaiting(view.failure()) || age.compareTo(Duration.ofDays(1)) > 0) {
            return null;
        }
        String state =
                view.summary().version() + "-" + view.summary().logState().word();
        return new Shell.Again(pause(age), state);
    }

    private static int pause(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return 3;
        }
        return age.compareTo(Duration.ofHours(1)) < 0 ? 15 : 120;
    }

    @GET
    @Path("/log")
    public TemplateInstance log(@PathParam("id") FailureId id, @QueryParam("line") int line) {
        Viewer viewer = viewers.current();
        var summary = failures.these(viewer, List.of(id)).stream().findFirst().orElseThrow(NotFoundException::new);
        var tail = failures.tail(viewer, id).orElseThrow(NotFoundException::new);
        return Templates.log(shells.of("Log of " + summary.job(), "failures"), LogPage.of(summary, tail, line));
    }

    @POST
    @Path("/verdict")
    public Response say(
            @PathParam("id") FailureId id,
            @FormParam("agree") String agree,
            @FormParam("label") String label,
            @FormParam("reason") String reason,
            @FormParam("version") int version) {
        String notice = corrections.say(viewers.current(), id, agree == null ? label : agree, reason, version);
        return Response.seeOther(URI.create("/failures/" + id + "?notice=" + notice))
                .build();
    }
}
