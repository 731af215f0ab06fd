package whybroke.api.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where strangers could reach it without anybody having decided so. */
@ApplicationScoped
class LoopbackGuard {
    private static final int BEFORE_ALL = 1;

    private final String host;
    private final LoopbackSettings settings;

    LoopbackGuard(@ConfigProperty(name = "quarkus.http.host") String host, LoopbackSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    void check(@Observes @jakarta.annotation.Priority(BEFORE_ALL) StartupEvent start) {
        if (!settings.isMeant() && !isLoopback(host)) {
            throw new IllegalStateException("whybroke would listen on " + host
                    + ", which other machines can reach. Set whybroke.beyond-loopback=true if that is meant, "
                    + "or quarkus.http.host=127.0.0.1.");
        }
    }

    /** By the word alone: a name that resolves to loopback today may not tomorrow. */
    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
