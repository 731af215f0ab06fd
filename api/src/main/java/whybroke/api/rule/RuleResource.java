package whybroke.api.rule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.Tagged;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;
import whybroke.rules.RuleId;

/** The rules that judge, and how the installation stands. */
@Path("/api/v1")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "rules")
public class RuleResource {
    private final RuleCatalog catalog;
    private final Installation installation;
    private final Viewers viewers;
    private final Tagged tagged;

    RuleResource(RuleCatalog catalog, Installation installation, Viewers viewers, Tagged tagged) {
        this.catalog = catalog;
        this.installation = installation;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    @GET
    @Path("rules")
    @Operation(operationId = "listRules", summary = "The active library, most hits of 30 days first")
    @APIResponse(
            responseCode = "200",
            description = "The rules",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleSummary[].class)))
    public Response all(RoutingContext request) {
        return tagged.json(catalog.all(viewers.current()), request);
    }

    @GET
    @Path("rules/{tool}/{slug}")
    @Operation(operationId = "getRule", summary = "One rule with its remedy")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleDetail.class)))
    public Response one(@PathParam("tool") String tool, @PathParam("slug") String slug, RoutingContext request) {
        return catalog.one(viewers.current(), id(tool, slug))
                .map(found -> tagged.json(found, request))
                .orElseThrow(() -> ProblemException.notFound("rule"));
    }

    private static RuleId id(String tool, String slug) {
        try {
            return new RuleId(tool + "/" + slug);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("rule");
        }
    }

    @GET
    @Path("status")
    @Operation(operationId = "getStatus", summary = "Libraries, engine, index, what waits, dead letters seen")
    @APIResponse(
            responseCode = "200",
            description = "How the installation stands",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Status.class)))
    public Response status(RoutingContext request) {
        return tagged.json(installation.status(), request);
    }
}
