package whybroke.dashboards.cause;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import whybroke.api.account.Viewers;
import whybroke.dashboards.page.Shell;
import whybroke.dashboards.page.Shells;

/** Causes: how big is this, since when, where, what helps? */
@Path("/causes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CausesResource {
    @Inject
    Viewers viewers;

    @Inject
    Shells shells;

    @Inject
    CauseViews views;

    @CheckedTemplate(basePath = "cause")
    static class Templates {
        static native TemplateInstance list(Shell shell, CauseList list);

        static native TemplateInstance one(Shell shell, CauseView view);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("label") String label,
            @QueryParam("q") String q,
            @QueryParam("days") int days,
            @QueryParam("cursor") String cursor) {
        try {
            CauseList list = views.list(viewers.current(), CauseQuery.of(label, q, days, cursor));
            return Templates.list(shells.of("Causes", "causes"), list);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    @GET
    @Path("/{id:[0-9]{1,18}}")
    public TemplateInstance one(@PathParam("id") long id) {
        CauseView view = views.one(viewers.current(), id).orElseThrow(NotFoundException::new);
        return Templates.one(shells.of(view.cause().title(), "causes"), view);
    }
}
