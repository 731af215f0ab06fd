package whybroke.api.trend;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.Params;
import whybroke.api.Tagged;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;

/** Figures over REST. A period is {@code period=30d}, or {@code from} and {@code to}, half-open. */
@Path("/api/v1/figures")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "figures")
public class FigureResource {
    private static final int MOST_CAUSES = 100;

    private final Figures figures;
    private final Periods periods;
    private final Viewers viewers;
    private final Tagged tagged;

    FigureResource(Figures figures, Periods periods, Viewers viewers, Tagged tagged) {
        this.figures = figures;
        this.periods = periods;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    @GET
    @Path("categories")
    @Operation(operationId = "getCategories", summary = "Failures by label, beside the period before")
    @APIResponse(
            responseCode = "200",
            description = "Counts with their denominators",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Categories.class)))
    public Response categories(
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("repository") String repository,
            RoutingContext request) {
        Period asked = periods.read(period, from, to);
        return tagged.json(figures.categories(viewers.current(), asked, filter(repository)), request);
    }

    @GET
    @Path("causes")
    @Operation(operationId = "getTopCauses", summary = "The causes with the most failures")
    @APIResponse(
            responseCode = "200",
            description = "Counts with their denominators",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TopCauses.class)))
    public Response causes(
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("repository") String repository,
            @QueryParam("limit") String limit,
            RoutingContext request) {
        Period asked = periods.read(period, from, to);
        int most = limit == null ? 10 : Params.limit(limit);
        if (most > MOST_CAUSES) {
            throw ProblemException.invalid("limit", "must be 1 to " + MOST_CAUSES);
        }
        return tagged.json(figures.causes(viewers.current(), asked, filter(repository), most), request);
    }

    @GET
    @Path("coverage")
    @Operation(operationId = "getCoverage", summary = "How much of what failed is explained; the platform's success")
    @APIResponse(
            responseCode = "200",
            description = "Rates with their denominators",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Coverage.class)))
    public Response coverage(
            @QueryParam("period") String period,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("repository") String repository,
            RoutingContext request) {
        Period asked = periods.read(period, from, to);
        return tagged.json(figures.coverage(viewers.current(), asked, filter(repository)), request);
    }

    private static FigureFilter filter(String repository) {
        return new FigureFilter(Params.text("repository", repository));
    }
}
