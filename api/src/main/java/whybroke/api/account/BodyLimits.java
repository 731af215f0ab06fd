package whybroke.api.account;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import whybroke.api.problem.Answers;
import whybroke.api.problem.ProblemKind;

/**
 * The server as a whole takes bodies as large as an uploaded log. Everything else that we read is small and says so
 * before it comes; webhooks have bounds of their own.
 */
@ApplicationScoped
public class BodyLimits {
    private static final int BEFORE_SIGN_IN = 900;
    private static final long MOST = 1024 * 1024;

    private final Answers answers;

    BodyLimits(Answers answers) {
        this.answers = answers;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_SIGN_IN);
    }

    private void pass(RoutingContext request) {
        if (isLog(request) || request.normalizedPath().startsWith("/webhooks/")) {
            request.next();
            return;
        }
        String length = request.request().getHeader("Content-Length");
        if (length == null && request.request().getHeader("Transfer-Encoding") != null) {
            answers.send(request, ProblemKind.LENGTH_REQUIRED, "Send Content-Length.");
        } else if (length != null && !isShort(length)) {
            request.response().putHeader("Connection", "close");
            answers.send(request, ProblemKind.TOO_LARGE, "At most 1 MiB is read here.");
        } else {
            request.next();
        }
    }

    private static boolean isLog(RoutingContext request) {
        return request.request().method() == HttpMethod.POST
                && request.normalizedPath().replaceAll("/+$", "").equals("/api/v1/failures");
    }

    private static boolean isShort(String length) {
        return length.length() <= 9 && length.chars().allMatch(Character::isDigit) && Long.parseLong(length) <= MOST;
    }
}
