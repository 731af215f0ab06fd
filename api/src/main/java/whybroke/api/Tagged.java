package whybroke.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers with an ETag: the version that {@code If-Match} wants, if there is one, and a hash of what is sent. */
@ApplicationScoped
public class Tagged {
    private static final int HASH_BYTES = 8;

    private final ObjectMapper mapper;

    Tagged(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public Response json(Object entity, RoutingContext request) {
        return answer(entity, "", request).build();
    }

    /** @param version what a change must name in {@code If-Match} */
    public Response json(Object entity, int version, RoutingContext request) {
        return answer(entity, "v" + version + "-", request).build();
    }

    /** A page, with a {@code Link} to the next one. */
    public Response page(Object page, String next, UriInfo uri, RoutingContext request) {
        var response = answer(page, "", request);
        if (next != null) {
            var query =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            response.header("Link", "<" + query.getRawPath() + "?" + query.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }

    private Response.ResponseBuilder answer(Object entity, String prefix, RoutingContext request) {
        byte[] body = bytes(entity);
        String tag = "\"" + prefix + hash(body) + "\"";
        var response = isKnown(request.request().getHeader("If-None-Match"), tag)
                ? Response.status(Response.Status.NOT_MODIFIED)
                : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return response.header("ETag", tag);
    }

    private static boolean isKnown(String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String each : header.split(",")) {
            String known = each.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private byte[] bytes(Object entity) {
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
