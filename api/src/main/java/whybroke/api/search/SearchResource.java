package whybroke.api.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.Params;
import whybroke.api.Tagged;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;

/** Search over REST. */
@Path("/api/v1/search")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "search")
public class SearchResource {
    private final Search search;
    private final Viewers viewers;
    private final Tagged tagged;

    SearchResource(Search search, Viewers viewers, Tagged tagged) {
        this.search = search;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    @GET
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
}
