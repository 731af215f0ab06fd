package whybroke.api.account;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import whybroke.api.problem.TraceId;

/** The headers of every answer. Scripts and styles come from us alone and never stand inside a page. */
final class SecurityHeaders {
    private static final String PAGES =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";
    /** The API's own documentation page starts itself with a script inside the page. */
    private static final String SWAGGER =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void put(RoutingContext request) {
        String path = request.normalizedPath();
        MultiMap headers = request.response().headers();
        headers.set("Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER : PAGES);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Trace-Id", TraceId.of(request));
        if (!path.startsWith("/assets/")) {
            headers.set("Cache-Control", "private, no-cache");
        }
    }
}
