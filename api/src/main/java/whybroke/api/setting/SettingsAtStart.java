package whybroke.api.setting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import whybroke.api.work.WorkConfig;
import whybroke.ingest.Connection;
import whybroke.rules.library.RuleLibrary;

/** A process with role {@code work} brings the configuration's connections and the shipped library into force. */
@ApplicationScoped
public class SettingsAtStart {
    private static final Logger LOG = Logger.getLogger(SettingsAtStart.class);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Connections connections;
    private final Libraries libraries;
    private final ConnectionsConfig config;
    private final WorkConfig work;

    SettingsAtStart(Connections connections, Libraries libraries, ConnectionsConfig config, WorkConfig work) {
        this.connections = connections;
        this.libraries = libraries;
        this.config = config;
        this.work = work;
    }

    /** Beside the start, which need not wait; again until PostgreSQL has taken it. */
    void start(@Observes StartupEvent event) {
        if (work.enabled()) {
            Thread.ofVirtual().name("settings-connections").start(() -> untilDone(this::connections));
            Thread.ofVirtual().name("settings-library").start(() -> untilDone(this::library));
        }
    }

    private void connections() {
        connections.configure(configured());
    }

    private void library() {
        libraries.publishAtStart(RuleLibrary.shipped());
    }

    private void untilDone(Runnable step) {
        try {
            while (!isDone(step) && !stopping.await(5, TimeUnit.SECONDS)) {
                LOG.debug("settings once more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDone(Runnable step) {
        try {
            step.run();
            return true;
        } catch (IllegalArgumentException e) {
            LOG.errorf("settings are refused, and the ones before stay: %s", e.getMessage());
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("settings are not in force yet: %s", e);
            return false;
        }
    }

    private List<Connection> configured() {
        return config.byId().entrySet().stream()
                .map(entry -> connection(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Connection connection(String id, ConnectionsConfig.Configured configured) {
        return new Connection(
                id,
                configured.provider(),
                configured.host(),
                configured.api().orElse(null),
                configured.logHosts().orElse(List.of()),
                configured.webhookSecrets().orElse(List.of()),
                configured.token().orElse(null),
                configured.enabled());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
