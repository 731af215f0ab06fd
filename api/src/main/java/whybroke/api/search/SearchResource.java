package whybroke.api.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.Params;
import whybroke.api.Tagged;
import whybroke.api.account.Viewer;
import whybroke.api.account.Viewers;
import whybroke.api.failure.FailureIds;
import whybroke.api.failure.Failures;
import whybroke.api.problem.ProblemException;
import whybroke.ingest.FailureId;

/** Search over REST. */
@Path("/api/v1")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "search")
public class SearchResource {
    private static final int USUAL_SIMILAR = 10;

    private final Search search;
    private final Failures failures;
    private final Viewers viewers;
    private final Tagged tagged;

    SearchResource(Search search, Failures failures, Viewers viewers, Tagged tagged) {
        this.search = search;
        this.failures = failures;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    @GET
    @Path("search")
    @Operation(operationId = "search", summary = "Words in logs, narrowed by label:infra repo:acme/* job:build -word")
    @APIResponse(
            responseCode = "200",
            description = "Best first; indexed says how much of everything could be searched",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SearchPage.class)))
    public Response find(
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo uri,
            RoutingContext request) {
        String query = Params.text("q", q);
        if (query == null) {
            throw ProblemException.invalid("q", "is missing");
        }
        int most = Params.limit(limit);
        SearchPage page = found(query, cursor, most);
        return tagged.page(page, page.next(), uri, request);
    }

    private SearchPage found(String query, String cursor, int limit) {
        try {
            return search.find(viewers.current(), query, cursor, limit);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("q", e.getMessage());
        }
    }

    @GET
    @Path("failures/{id}/similar")
    @Operation(operationId = "listSimilar", summary = "Failures with alike logs, best first")
    @APIResponse(
            responseCode = "200",
            description = "They change no verdict",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SearchPage.Hit[].class)))
    public Response similar(@PathParam("id") String id, @QueryParam("limit") String limit, RoutingContext request) {
        Viewer viewer = viewers.current();
        FailureId failure = failures.summary(viewer, FailureIds.of(id))
                .orElseThrow(() -> ProblemException.notFound("failure"))
                .id();
        int most = limit == null ? USUAL_SIMILAR : Params.limit(limit);
        List<SearchPage.Hit> hits = search.similar(viewer, failure, most);
        return tagged.json(hits, request);
    }
}
