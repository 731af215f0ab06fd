package whybroke.api.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import whybroke.ingest.stream.DependencyDown;

/** Problems for what ends before or beside the resources: unknown addresses, failures while signing in. */
@ApplicationScoped
public class Unrouted {
    private static final int FIRST = -100_000;
    private static final int LAST = 1_000_000;

    private final Answers answers;

    Unrouted(Answers answers) {
        this.answers = answers;
    }

    void routes(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        router.route()
                .order(LAST)
                .handler(request -> answers.send(request, ProblemKind.NOT_FOUND, "Nothing is at this address."));
    }

    private void failed(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure instanceof DependencyDown down) {
            request.response().putHeader("Retry-After", "5");
            answers.send(request, ProblemKind.UNAVAILABLE, down.dependency() + " does not answer. Try again.");
        } else if (failure == null) {
            ProblemKind kind = ProblemKind.of(request.statusCode());
            answers.send(request, kind, kind.title() + ".");
        } else {
            request.next();
        }
    }
}
