package whybroke.api.failure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.account.Viewers;
import whybroke.api.problem.ProblemException;
import whybroke.api.problem.ProblemKind;
import whybroke.ingest.FailureId;

/** The clean tail as plain text. */
@Path("/api/v1/failures/{id}/log")
@RolesAllowed("read")
@RunOnVirtualThread
@Tag(name = "failures")
public class LogResource {
    private final Failures failures;
    private final Viewers viewers;

    LogResource(Failures failures, Viewers viewers) {
        this.failures = failures;
        this.viewers = viewers;
    }

    @GET
    @Operation(
            operationId = "getLog",
            summary = "The log as we keep it: clean, cut, without secrets",
            description = "Where lines are missing, one line says how many.")
    @APIResponse(responseCode = "200", description = "The tail", content = @Content(mediaType = "text/plain"))
    public Response log(
            @PathParam("id") String id,
            @Parameter(description = "Put each line's number in the raw log before it", example = "true")
                    @QueryParam("numbers")
                    boolean numbers) {
        FailureId failure = FailureIds.of(id);
        FailureSummary summary =
                failures.summary(viewers.current(), failure).orElseThrow(() -> ProblemException.notFound("failure"));
        Excerpt tail = failures.tail(viewers.current(), failure)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "There is no log of this failure: " + summary.logState().word() + "."));
        return Response.ok(text(tail, numbers), "text/plain;charset=UTF-8").build();
    }

    private static String text(Excerpt tail, boolean numbers) {
        StringBuilder text = new StringBuilder();
        for (Excerpt.Row row : tail.rows()) {
            switch (row) {
                case Excerpt.Line line -> {
                    if (numbers) {
                        text.append(line.raw()).append('\t');
                    }
                    text.append(line.text());
                }
                case Excerpt.Missing missing ->
                    text.append("... ").append(missing.lines()).append(" lines were not kept");
                case Excerpt.Hidden hidden ->
                    text.append("... ").append(hidden.lines()).append(" lines");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
