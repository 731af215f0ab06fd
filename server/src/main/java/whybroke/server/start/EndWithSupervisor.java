package whybroke.server.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends the service when its standard input does: the supervisor at the other end is gone, however it went. */
@ApplicationScoped
class EndWithSupervisor {
    void watch(
            @Observes StartupEvent start,
            @ConfigProperty(name = "whybroke.supervised", defaultValue = "false") boolean supervised) {
        if (supervised) {
            Thread.ofPlatform().daemon().name("supervisor-watch").start(EndWithSupervisor::awaitEnd);
        }
    }

    private static void awaitEnd() {
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the same as the end
        }
        Quarkus.asyncExit();
    }
}
