package whybroke.dashboards.failure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import whybroke.api.account.Viewer;
import whybroke.api.account.Viewers;
import whybroke.api.rule.Installation;
import whybroke.dashboards.page.Shell;
import whybroke.dashboards.page.Shells;

/** The list of failures, and what stands in its place before the first one came. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class FailuresResource {
    @Inject
    Viewers viewers;

    @Inject
    Shells shells;

    @Inject
    FailureLists lists;

    @Inject
    Installation installation;

    @CheckedTemplate(basePath = "failure")
    static class Templates {
        static native TemplateInstance list(Shell shell, FailureList list);

        static native TemplateInstance first(Shell shell, String address);
    }

    @GET
    public Response start() {
        return Response.seeOther(URI.create("/failures")).build();
    }

    @GET
    @Path("failures")
    public TemplateInstance list(@BeanParam ListQuery query, @Context UriInfo uri) {
        Viewer viewer = viewers.current();
        FailureList list = read(viewer, query);
        if (list.rows().isEmpty() && query.isPlain() && installation.status().failures() == 0) {
            return Templates.first(shells.of("Nothing here yet", "failures"), address(uri));
        }
        return Templates.list(shells.of("Failures", "failures"), list);
    }

    private FailureList read(Viewer viewer, ListQuery query) {
        try {
            return lists.list(viewer, query);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    private static String address(UriInfo uri) {
        String base = uri.getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
