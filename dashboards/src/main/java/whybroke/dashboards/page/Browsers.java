package whybroke.dashboards.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;

/** Tells a person's browser on one of our pages from a machine on one of our interfaces. */
final class Browsers {
    private Browsers() {}

    static boolean asks(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String bare = path.startsWith("/") ? path.substring(1) : path;
        return !bare.startsWith("api/")
                && !bare.startsWith("webhooks/")
                && !bare.startsWith("q/")
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.getType().equals(MediaType.TEXT_HTML_TYPE.getType())
                                && type.getSubtype().equals(MediaType.TEXT_HTML_TYPE.getSubtype()));
    }
}
