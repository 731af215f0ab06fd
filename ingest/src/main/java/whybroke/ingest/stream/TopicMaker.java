package whybroke.ingest.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes our topics before the channels connect. Without Kafka the start goes on after a short wait and this tries until
 * they are there.
 */
@ApplicationScoped
public class TopicMaker {
    private static final Logger LOG = Logger.getLogger(TopicMaker.class);
    /** Before the channels, which connect at {@code LIBRARY_BEFORE}, 1000. */
    private static final int BEFORE_THE_CHANNELS = 500;

    private final CountDownLatch made = new CountDownLatch(1);
    private final String servers;
    private final short replication;
    private Thread maker;

    @Inject
    public TopicMaker(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String servers,
            TopicSettings settings) {
        this.servers = servers;
        this.replication = settings.replication();
    }

    void start(@Observes @Priority(BEFORE_THE_CHANNELS) StartupEvent event) throws InterruptedException {
        maker = Thread.ofVirtual().name("topics").start(this::makeUntilThere);
        if (!made.await(5, TimeUnit.SECONDS)) {
            LOG.warnf("Kafka at %s does not answer yet; starting without it and trying on", servers);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        maker.interrupt();
    }

    private void makeUntilThere() {
        try {
            while (!make()) {
                Thread.sleep(1_000);
            }
            made.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean make() throws InterruptedException {
        try (Admin admin = Admin.create(settings())) {
            for (KafkaFuture<Void> topic : admin.createTopics(topics()).values().values()) {
                finish(topic);
            }
            return true;
        } catch (KafkaException | ExecutionException e) {
            LOG.debugf("topics: %s", e);
            return false;
        }
    }

    private static void finish(KafkaFuture<Void> topic) throws InterruptedException, ExecutionException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000);
    }

    List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        Topics.STREAMS.forEach(
                name -> topics.add(new NewTopic(name, Topics.PARTITIONS, replication).configs(stream(keptFor(name)))));
        // One partition: a pointer must never be read before the library it points to.
        Topics.COMPACTED.forEach(name -> topics.add(new NewTopic(name, 1, replication)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))));
        return topics;
    }

    /** Bodies that nobody redacted, and dead letters that may quote them, are kept three days. */
    private static Duration keptFor(String topic) {
        return switch (topic) {
            case Topics.WEBHOOKS, Topics.DEAD_LETTERS, Topics.OBSERVATIONS -> Duration.ofDays(3);
            default -> Duration.ofDays(7);
        };
    }

    /** Whole segments are removed, so a segment must not grow for long. */
    private static Map<String, String> stream(Duration kept) {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(kept.toMillis()),
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(Duration.ofHours(12).toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                "1048576");
    }
}
