package whybroke.api.upload;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.account.Viewers;
import whybroke.api.failure.FailureDetail;
import whybroke.ingest.FinishedJob;
import whybroke.rules.log.LogLines;

/** {@code curl --data-binary @build.log '.../api/v1/failures?repository=acme/shop&job=build&wait=true'} */
@Path("/api/v1/failures")
@RolesAllowed("ingest")
@RunOnVirtualThread
@Tag(name = "upload")
public class UploadResource {
    private final Uploads uploads;
    private final Viewers viewers;
    private final Clock clock;

    UploadResource(Uploads uploads, Viewers viewers, Clock clock) {
        this.uploads = uploads;
        this.viewers = viewers;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadLog",
            summary = "Send the log of a finished job",
            description = "The body is the raw log, at most 256 MiB, gzip allowed. A run, or an Idempotency-Key, makes "
                    + "the upload count once; without either every upload is a failure of its own. 503 means that "
                    + "nothing was kept: send it again, best with an Idempotency-Key.")
    @APIResponse(
            responseCode = "200",
            description = "Judged (only with wait=true)",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Uploaded.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location has the failure as soon as it is recorded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Uploaded.class)))
    public Response upload(
            @BeanParam UploadQuery query,
            @Parameter(description = "Wait for the verdict, at most 10 s", example = "true") @QueryParam("wait")
                    boolean wait,
            @HeaderParam("Content-Encoding") String encoding,
            @RequestBody(
                            description = "The raw log",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body,
            @Context UriInfo uri,
            RoutingContext request) {
        query.check();
        LogLines log = UploadBody.read(body, encoding);
        FinishedJob job = query.job(clock.instant(), log.image());
        uploads.accept(job, log.hash());
        Optional<FailureDetail> judged =
                wait && job.outcome().isFailure() ? uploads.await(viewers.current(), job.id()) : Optional.empty();
        return answer(job, judged, uri);
    }

    private static Response answer(FinishedJob job, Optional<FailureDetail> judged, UriInfo uri) {
        String page = uri.getBaseUri().resolve("/failures/" + job.id()).toString();
        URI location = URI.create("/api/v1/failures/" + job.id());
        var response = judged.map(detail -> Response.ok(Uploaded.judged(detail, page)))
                .orElseGet(() -> Response.accepted(Uploaded.accepted(job.id(), page)));
        return job.outcome().isFailure()
                ? response.location(location)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : response.type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
