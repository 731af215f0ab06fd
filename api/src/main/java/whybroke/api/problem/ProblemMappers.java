package whybroke.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import whybroke.api.work.StaleVersion;
import whybroke.ingest.stream.Dependency;
import whybroke.ingest.stream.DependencyDown;

/** Every exception of a resource as a problem. What nobody foresaw is logged with its trace and told in one sentence. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String RETRY_SECONDS = "5";

    private final Answers answers;
    private final Instance<Dependency> dependencies;

    ProblemMappers(Answers answers, @Any Instance<Dependency> dependencies) {
        this.answers = answers;
        this.dependencies = dependencies;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e, RoutingContext request) {
        return respond(answers.write(request, e.kind(), e.getMessage(), e.flaws()))
                .build();
    }

    /** 404, 405, 406, 415 and the like, as JAX-RS found them; keeps their headers ({@code Allow}). */
    @ServerExceptionMapper
    public Response http(WebApplicationException e, RoutingContext request) {
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        ProblemKind kind = ProblemKind.of(status);
        if (status >= 500) {
            LOG.errorf(e, "trace=%s %s", TraceId.of(request), request.normalizedPath());
        }
        String detail = e.getCause() instanceof JsonProcessingException json ? sentence(json) : kind.title() + ".";
        var response = respond(answers.write(request, kind, status, detail, null));
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e, RoutingContext request) {
        return json(e, request);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e, RoutingContext request) {
        List<Problem.Flaw> flaws = e instanceof JsonMappingException mapping
                ? List.of(new Problem.Flaw(pointer(mapping), "cannot be read"))
                : null;
        return respond(answers.write(request, ProblemKind.INVALID, sentence(e), flaws))
                .build();
    }

    private static String sentence(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null
                ? "The body is not the JSON expected here."
                : "The body is not the JSON expected here: line " + at.getLineNr() + ", column " + at.getColumnNr()
                        + ".";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    @ServerExceptionMapper
    public Response violations(ConstraintViolationException e, RoutingContext request) {
        List<Problem.Flaw> flaws = e.getConstraintViolations().stream()
                .map(each -> new Problem.Flaw(each.getPropertyPath().toString(), each.getMessage()))
                .toList();
        return respond(answers.write(request, ProblemKind.INVALID, "Some values are out of bounds.", flaws))
                .build();
    }

    @ServerExceptionMapper
    public Response stale(StaleVersion e, RoutingContext request) {
        return respond(answers.write(request, ProblemKind.CHANGED, e.getMessage() + ". Read it again.", null))
                .build();
    }

    @ServerExceptionMapper
    public Response down(DependencyDown e, RoutingContext request) {
        LOG.warnf("trace=%s %s", TraceId.of(request), e.getMessage());
        return unavailable(request, e.dependency());
    }

    private Response unavailable(RoutingContext request, String dependency) {
        String detail = dependency + " does not answer. Nothing was changed; try again.";
        return respond(answers.write(request, ProblemKind.UNAVAILABLE, detail, null))
                .header("Retry-After", RETRY_SECONDS)
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(SecurityException e, RoutingContext request) {
        return respond(answers.write(request, ProblemKind.NOT_SIGNED_IN, "A valid token is needed.", null))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, RoutingContext request) {
        return respond(answers.write(request, ProblemKind.NOT_ALLOWED, "Your token lacks the scope for this.", null))
                .build();
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable e, RoutingContext request) {
        for (Dependency dependency : dependencies) {
            if (dependency.isFault(e)) {
                LOG.warnf("trace=%s %s: %s", TraceId.of(request), dependency.name(), e.getMessage());
                return unavailable(request, dependency.name());
            }
        }
        LOG.errorf(e, "trace=%s %s %s", TraceId.of(request), request.request().method(), request.normalizedPath());
        String detail = "This is our fault. The trace id finds it in our log.";
        return respond(answers.write(request, ProblemKind.INTERNAL, detail, null))
                .build();
    }

    private static Response.ResponseBuilder respond(Answers.Written written) {
        return Response.status(written.status()).type(written.mediaType()).entity(written.body());
    }
}
