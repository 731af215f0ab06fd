package whybroke.server.role;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers 404 to the paths of roles that this process does not hold. */
@ApplicationScoped
class RolePaths {
    private final Set<Role> held;

    RolePaths(@ConfigProperty(name = "whybroke.roles") Optional<String> roles) {
        this.held = Role.parse(roles.orElse("all"));
    }

    void guard(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            if (answers(request.normalizedPath())) {
                request.next();
            } else {
                request.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"status\":404,\"title\":\"Not here\",\"detail\":\"This process holds the roles " + held
                                + ", which do not answer here.\"}");
            }
        });
    }

    private boolean answers(String path) {
        if (path.equals("/q") || path.startsWith("/q/")) {
            return true;
        }
        return held.contains(path.startsWith("/webhooks/") ? Role.RECEIVE : Role.SERVE);
    }
}
