package whybroke.api.cause;

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
import whybroke.api.Page;
import whybroke.api.Params;
import whybroke.api.Tagged;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;
import whybroke.api.trend.Period;
import whybroke.api.trend.Periods;

/** Causes over REST. */
@Path("/api/v1/causes")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "causes")
public class CauseResource {
    private final Causes causes;
    private final Periods periods;
    private final Viewers viewers;
    private final Tagged tagged;

    CauseResource(Causes causes, Periods periods, Viewers viewers, Tagged tagged) {
        this.causes = causes;
        this.periods = periods;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    @GET
    @Operation(operationId = "listCauses", summary = "Causes with failures in a period, most failures first")
    @APIResponse(
            responseCode = "200",
            description = "A page; Link has the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CausePage.class)))
    public Response page(
            @QueryParam("label") String label,
            @QueryParam("repository") String repository,
            @QueryParam("state") String state,
            @QueryParam("q") String q,
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo uri,
            RoutingContext request) {
        CauseFilter filter = new CauseFilter(
                Params.label(label),
                Params.text("repository", repository),
                Params.text("state", state),
                Params.text("q", q),
                periods.read(period, from, to));
        int most = Params.limit(limit);
        Page<CauseSummary> page = Params.cursor(() -> causes.page(viewers.current(), filter, cursor, most));
        return tagged.page(page, page.next(), uri, request);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCause", summary = "One cause: where it struck, what helps")
    @APIResponse(
            responseCode = "200",
            description = "The cause",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CauseDetail.class)))
    public Response one(
            @PathParam("id") String id,
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            RoutingContext request) {
        Period asked = periods.read(period, from, to);
        return causes.one(viewers.current(), number(id), asked)
                .map(found -> tagged.json(found, found.summary().version(), request))
                .orElseThrow(() -> ProblemException.notFound("cause"));
    }

    @GET
    @Path("{id}/trend")
    @Operation(operationId = "getCauseTrend", summary = "A cause's failures a day")
    @APIResponse(
            responseCode = "200",
            description = "Every day of the period",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CauseTrend.class)))
    public Response trend(
            @PathParam("id") String id,
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            RoutingContext request) {
        Period asked = periods.read(period, from, to);
        return causes.trend(viewers.current(), number(id), asked)
                .map(found -> tagged.json(found, request))
                .orElseThrow(() -> ProblemException.notFound("cause"));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw ProblemException.notFound("cause");
        }
    }

    /** For the API's description. */
    private record CausePage(List<CauseSummary> items, String nextCursor) {}
}
