package whybroke.api.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
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

/** Failures like one. */
@Path("/api/v1/failures/{id}/similar")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "search")
public class SimilarResource {
    private static final int USUAL_SIMILAR = 10;

    private final Search search;
    private final Failures failures;
    private final Viewers viewers;
    private final Tagged tagged;

    SimilarResource(Search search, Failures failures, Viewers viewers, Tagged tagged) {
        this.search = search;
        this.failures = failures;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    @GET
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
