package whybroke.ingest.stream;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import whybroke.ingest.Connection;

/** Follows {@code whybroke.connections} from the start of the process. */
@Startup
@ApplicationScoped
public class ConnectionsTopic implements Connections {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final CompactedTopic<Connection> topic;

    @Inject
    public ConnectionsTopic(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String servers) {
        topic = new CompactedTopic<>(servers, Topics.CONNECTIONS, (id, bytes) -> Wire.read(bytes, Connection.class));
    }

    @Override
    public Optional<Connection> find(String id) {
        awaitReady();
        return topic.find(id);
    }

    @Override
    public List<Connection> all() {
        awaitReady();
        return List.copyOf(topic.all().values());
    }

    private void awaitReady() {
        try {
            if (!topic.awaitReady(PATIENCE)) {
                throw new DependencyDown(
                        KafkaFault.KAFKA, new TimeoutException(Topics.CONNECTIONS + " has not been read yet"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyDown(KafkaFault.KAFKA, e);
        }
    }

    @PreDestroy
    void close() {
        topic.close();
    }
}
