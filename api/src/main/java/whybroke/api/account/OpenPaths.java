package whybroke.api.account;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What anybody may ask: webhooks prove themselves by their signature, health and assets tell nothing. */
final class OpenPaths {
    private static final List<String> FOLDERS = List.of("/webhooks/", "/q/health/", "/assets/");
    private static final List<String> PAGES = List.of("/q/health", "/sign-in", "/favicon.ico", "/robots.txt");

    private OpenPaths() {}

    static boolean isOpen(RoutingContext request) {
        String path = request.normalizedPath();
        return PAGES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** Called by machines that know us under whatever name leads here. */
    static boolean isForMachines(RoutingContext request) {
        String path = request.normalizedPath();
        return path.startsWith("/webhooks/") || path.equals("/q/health") || path.startsWith("/q/health/");
    }
}
