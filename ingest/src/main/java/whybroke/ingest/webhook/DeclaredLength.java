package whybroke.ingest.webhook;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a webhook that says it is too large before any of it is read, and in words: the server's own limit on bodies,
 * which comes after this, gives an empty answer.
 */
@ApplicationScoped
public class DeclaredLength {
    /** Before the server's own limit, which is at -2. */
    private static final int FIRST = -100;

    void install(@Observes Router router) {
        router.post("/webhooks/*").order(FIRST).handler(DeclaredLength::handle);
    }

    private static void handle(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String length = request.getHeader("Content-Length");
        if (length == null || !length.matches("\\d{1,18}") || Long.parseLong(length) <= RawBody.MOST) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(413)
                .putHeader("Content-Type", "application/problem+json")
                .end("""
                        {"type":"/problems/too-large","title":"The webhook was not accepted","status":413,\
                        "detail":"A webhook has at most 26 MiB."}""");
        // Read on and forget, so that the sender gets to see the answer.
        request.handler(chunk -> {}).exceptionHandler(gone -> {}).resume();
    }
}
