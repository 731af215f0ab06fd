package whybroke.api.failure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.Page;
import whybroke.api.Params;
import whybroke.api.Tagged;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;
import whybroke.api.trend.FigureSettings;

/** Failures over REST. */
@Path("/api/v1/failures")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "failures")
public class FailureResource {
    private final Failures failures;
    private final Viewers viewers;
    private final Tagged tagged;
    private final FigureSettings settings;
    private final Clock clock;

    FailureResource(Failures failures, Viewers viewers, Tagged tagged, FigureSettings settings, Clock clock) {
        this.failures = failures;
        this.viewers = viewers;
        this.tagged = tagged;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listFailures", summary = "Failures, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page; Link has the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FailurePage.class)))
    public Response page(@BeanParam FailureQuery query, @Context UriInfo uri, RoutingContext request) {
        FailureFilter filter = query.filter(settings, clock);
        int limit = Params.limit(query.limit);
        Page<FailureSummary> page = Params.cursor(() -> failures.page(viewers.current(), filter, query.cursor, limit));
        return tagged.page(page, page.next(), uri, request);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getFailure",
            summary = "Everything known of one failure",
            description = "The ETag begins with the version that a verdict must name in If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The failure",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FailureDetail.class)))
    public Response one(@PathParam("id") String id, RoutingContext request) {
        return failures.one(viewers.current(), FailureIds.of(id))
                .map(found -> tagged.json(found, found.summary().version(), request))
                .orElseThrow(() -> ProblemException.notFound("failure"));
    }

    /** For the API's description. */
    private record FailurePage(List<FailureSummary> items, String nextCursor) {}
}
