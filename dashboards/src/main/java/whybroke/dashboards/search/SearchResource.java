package whybroke.dashboards.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import whybroke.api.account.Viewer;
import whybroke.api.account.Viewers;
import whybroke.api.failure.JobLinks;
import whybroke.api.search.Search;
import whybroke.dashboards.failure.Links;
import whybroke.dashboards.page.Shell;
import whybroke.dashboards.page.Shells;

/** One box for links and words. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchResource {
    private static final int ROWS = 25;

    @Inject
    Viewers viewers;

    @Inject
    Shells shells;

    @Inject
    Search search;

    @Inject
    JobLinks links;

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance results(Shell shell, Results results);
    }

    @GET
    public Response find(@QueryParam("q") String q, @QueryParam("cursor") String cursor) {
        String query = q == null ? "" : q.strip();
        Viewer viewer = viewers.current();
        if (query.isEmpty()) {
            return page(200, Results.nothingAsked());
        }
        return isLink(query) ? follow(viewer, query) : search(viewer, query, cursor);
    }

    private static boolean isLink(String query) {
        return Links.web(query) != null && query.chars().noneMatch(Character::isWhitespace);
    }

    private Response follow(Viewer viewer, String link) {
        return links.failure(viewer, link)
                .map(id -> Response.seeOther(URI.create("/failures/" + id)).build())
                .orElseGet(() -> page(404, Results.unknownLink(link)));
    }

    private Response search(Viewer viewer, String query, String cursor) {
        try {
            return page(200, Results.of(query, search.find(viewer, query, cursor, ROWS), shells.times()));
        } catch (IllegalArgumentException e) {
            return page(400, Results.unreadable(query, e.getMessage()));
        }
    }

    private Response page(int status, Results results) {
        Shell shell = shells.of(results.title(), null).searchingFor(results.query());
        return Response.status(status).entity(Templates.results(shell, results)).build();
    }
}
