package whybroke.api.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import whybroke.api.IfMatch;
import whybroke.api.Tagged;
import whybroke.api.problem.ProblemException;
import whybroke.api.problem.ProblemKind;
import whybroke.api.setting.Connections;
import whybroke.api.setting.NoSuchConnection;
import whybroke.api.setting.StoredConnection;
import whybroke.ingest.Connection;

/** The CI systems we listen to, for administrators. */
@Path("/api/v1/connections")
@RolesAllowed("admin")
@RunOnVirtualThread
@Tag(name = "connections")
public class ConnectionResource {
    private final Connections connections;
    private final Viewers viewers;
    private final Tagged tagged;
    private final ObjectMapper mapper;

    ConnectionResource(Connections connections, Viewers viewers, Tagged tagged, ObjectMapper mapper) {
        this.connections = connections;
        this.viewers = viewers;
        this.tagged = tagged;
        this.mapper = mapper;
    }

    @GET
    @Operation(operationId = "listConnections", summary = "All connections; secrets are references only")
    @APIResponse(
            responseCode = "200",
            description = "By id",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StoredConnection[].class)))
    public Response all(RoutingContext request) {
        return tagged.json(connections.all(), request);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getConnection", summary = "One connection")
    @APIResponse(
            responseCode = "200",
            description = "The connection",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StoredConnection.class)))
    public Response one(@PathParam("id") String id, RoutingContext request) {
        StoredConnection found = connections.find(id).orElseThrow(() -> ProblemException.notFound("connection"));
        return tagged.json(found, found.version(), request);
    }

    @PUT
    @Path("{id}")
    @Operation(
            operationId = "putConnection",
            summary = "Create a connection, or change it",
            description = "A change needs If-Match. Secrets are given as env:NAME or file:PATH, never as themselves.")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StoredConnection.class)))
    public Response put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Connection.class)))
                    ObjectNode body,
            RoutingContext request)
            throws JsonProcessingException {
        if (body == null) {
            throw ProblemException.invalid("/", "a connection is expected");
        }
        Connection wanted = mapper.treeToValue(body.put("id", id), Connection.class);
        try {
            return connections.find(id).isEmpty() ? create(wanted, ifMatch) : change(wanted, ifMatch, request);
        } catch (NoSuchConnection e) {
            throw ProblemException.notFound("connection");
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/", e.getMessage());
        } catch (IllegalStateException e) {
            throw new ProblemException(ProblemKind.CONFLICT, e.getMessage());
        }
    }

    private Response create(Connection wanted, String ifMatch) {
        if (ifMatch != null) {
            throw new ProblemException(ProblemKind.CHANGED, "There is no connection '" + wanted.id() + "' to change.");
        }
        StoredConnection created = connections.create(wanted, viewers.current().who());
        return Response.created(URI.create("/api/v1/connections/" + wanted.id()))
                .header("ETag", "\"v" + created.version() + "\"")
                .entity(created)
                .build();
    }

    private Response change(Connection wanted, String ifMatch, RoutingContext request) {
        int version = IfMatch.version(ifMatch);
        StoredConnection changed =
                connections.update(wanted, version, viewers.current().who());
        return tagged.json(changed, changed.version(), request);
    }
}
