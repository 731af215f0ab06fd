package whybroke.api.failure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.IfMatch;
import whybroke.api.Tagged;
import whybroke.api.account.Viewer;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;
import whybroke.api.verdict.NoSuchFailure;
import whybroke.api.verdict.PersonVerdicts;
import whybroke.ingest.FailureId;
import whybroke.rules.Label;

/** The ledger of a failure, and a person's word on it. */
@Path("/api/v1/failures/{id}/verdicts")
@RunOnVirtualThread
@Tag(name = "failures")
public class VerdictResource {
    private static final int LONGEST_REASON = 2_000;

    private final Failures failures;
    private final PersonVerdicts verdicts;
    private final Viewers viewers;
    private final Tagged tagged;

    VerdictResource(Failures failures, PersonVerdicts verdicts, Viewers viewers, Tagged tagged) {
        this.failures = failures;
        this.verdicts = verdicts;
        this.viewers = viewers;
        this.tagged = tagged;
    }

    /**
     * @param label one of the five
     * @param reason in their words, may be absent
     */
    public record Word(String label, String reason) {}

    @GET
    @RolesAllowed("read")
    @Operation(operationId = "listVerdicts", summary = "Every verdict ever given on a failure, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The ledger",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LedgerEntry[].class)))
    public Response verdicts(@PathParam("id") String id, RoutingContext request) {
        List<LedgerEntry> ledger = failures.ledger(viewers.current(), FailureIds.of(id))
                .orElseThrow(() -> ProblemException.notFound("failure"));
        return tagged.json(ledger, request);
    }

    @POST
    @RolesAllowed("triage")
    @Operation(
            operationId = "sayVerdict",
            summary = "Say what a failure really was",
            description = "Stands above history's and every rule's word. If-Match must hold the ETag that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The failure as it stands now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FailureDetail.class)))
    public Response say(
            @PathParam("id") String id,
            @Parameter(description = "ETag of the failure as it was read", example = "\"v3-0123456789abcdef\"")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Word.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "infra",
                                                            value =
                                                                    "{\"label\": \"infra\", \"reason\": \"the mirror was down\"}")))
                    Word word,
            RoutingContext request) {
        Viewer viewer = viewers.current();
        FailureId failure = failures.summary(viewer, FailureIds.of(id))
                .orElseThrow(() -> ProblemException.notFound("failure"))
                .id();
        int version = IfMatch.version(ifMatch);
        try {
            verdicts.say(failure, viewer.who(), label(word), reason(word), version);
        } catch (NoSuchFailure e) {
            throw ProblemException.notFound("failure");
        }
        FailureDetail now = failures.one(viewer, failure).orElseThrow(() -> ProblemException.notFound("failure"));
        return tagged.json(now, now.summary().version(), request);
    }

    private static Label label(Word word) {
        try {
            if (word == null || word.label() == null) {
                throw ProblemException.invalid("/label", "is missing");
            }
            return Label.of(word.label());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/label", e.getMessage());
        }
    }

    private static String reason(Word word) {
        if (word.reason() != null && word.reason().length() > LONGEST_REASON) {
            throw ProblemException.invalid("/reason", "must have at most " + LONGEST_REASON + " characters");
        }
        return word.reason() == null || word.reason().isBlank()
                ? null
                : word.reason().strip();
    }
}
