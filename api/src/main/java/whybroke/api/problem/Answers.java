package whybroke.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes problems, wherever in the stack a request ended: JSON for programs, a page for browsers. */
@ApplicationScoped
public class Answers {
    private static final int LONGEST = 2_000;

    private final ObjectMapper mapper;
    private final Instance<ErrorPage> page;

    Answers(ObjectMapper mapper, Instance<ErrorPage> page) {
        this.mapper = mapper;
        this.page = page;
    }

    /** @param body already in the media type's form */
    record Written(int status, String mediaType, byte[] body) {}

    Written write(RoutingContext request, ProblemKind kind, String detail, List<Problem.Flaw> flaws) {
        return write(request, kind, kind.status(), detail, flaws);
    }

    Written write(RoutingContext request, ProblemKind kind, int status, String detail, List<Problem.Flaw> flaws) {
        Problem problem = new Problem(
                kind.type(),
                kind.title(),
                status,
                bounded(detail),
                bounded(request.request().path()),
                TraceId.of(request),
                flaws);
        if (wantsPage(request)) {
            return new Written(
                    status, "text/html;charset=UTF-8", html(problem).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Written(status, Problem.MEDIA_TYPE, json(problem));
    }

    /** Ends the request here and now. */
    public void send(RoutingContext request, ProblemKind kind, String detail) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Written written = write(request, kind, detail, null);
        request.response()
                .setStatusCode(written.status())
                .putHeader("Content-Type", written.mediaType())
                .end(Buffer.buffer(written.body()));
    }

    /** True for a browser that asks for a page, never below {@code /api}. */
    public static boolean wantsPage(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.normalizedPath().startsWith("/api");
    }

    private String html(Problem problem) {
        return page.isResolvable() ? page.get().html(problem) : PlainErrorPage.html(problem);
    }

    private byte[] json(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bounded(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
