package whybroke.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whybroke.ingest.Connection;
import whybroke.ingest.stream.CompactedTopic;
import whybroke.ingest.stream.DeadLetter;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StationTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SERVERS = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);

    @Inject
    Outgoing outgoing;

    @Inject
    SwitchedDependency dependency;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void switchOn() {
        dependency.set(true);
    }

    @Test
    void poisonRecord_isADeadLetterOnceWithItsBytes() {
        send("no record at all");

        List<ConsumerRecord<String, byte[]>> letters = deadLetters(2, Duration.ofSeconds(8));

        assertThat(letters).hasSize(1);
        DeadLetter letter = DeadLetter.of(letters.getFirst());
        assertThat(letter.topic()).isEqualTo(Topics.WEBHOOKS);
        assertThat(letter.station()).isEqualTo("Translate");
        assertThat(letter.value()).isEqualTo("no record at all".getBytes(UTF_8));
        assertThat(letter.reason()).contains("UncheckedIOException").doesNotContain("no record at all");
    }

    @Test
    void poisonRecord_whileADependencyIsDown_waitsForIt() {
        dependency.set(false);
        send("no record either");

        assertThat(deadLetters(1, Duration.ofSeconds(4))).isEmpty();
        dependency.set(true);

        assertThat(deadLetters(1, SOON)).hasSize(1);
    }

    @Test
    void topics_areMadeAsTheyAreMeant() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", SERVERS))) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(Topics.STREAMS).allTopicNames().get();
            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
            assertThat(setting(admin, Topics.CONNECTIONS, "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, Topics.LIBRARIES, "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, Topics.WEBHOOKS, "retention.ms")).isEqualTo("259200000");
        }
    }

    @Test
    void compactedTopic_isReadToItsEndThenFollowed() throws Exception {
        Map<String, Optional<String>> heard = new ConcurrentHashMap<>();
        String id = "test-" + key;
        send(id, "one.example.org");
        try (CompactedTopic<String> hosts =
                new CompactedTopic<>(SERVERS, Topics.CONNECTIONS, StationTest::host, heard::put)) {
            assertThat(hosts.awaitReady(SOON)).isTrue();
            assertThat(hosts.find(id)).contains("one.example.org");

            send(id, "two.example.org");
            Awaitility.await().until(() -> hosts.find(id).equals(Optional.of("two.example.org")));
            outgoing.sendAndWait(Topics.CONNECTIONS, id, null, SOON);

            Awaitility.await().until(() -> hosts.find(id).isEmpty());
            Awaitility.await().untilAsserted(() -> assertThat(heard).containsEntry(id, Optional.empty()));
        }
    }

    private void send(String id, String host) {
        Connection connection = new Connection(id, "generic", host, null, null, null, null, false);
        outgoing.sendAndWait(Topics.CONNECTIONS, id, Wire.write(connection), SOON);
    }

    private static String host(String id, byte[] value) {
        return Wire.read(value, Connection.class).host();
    }

    private void send(String value) {
        outgoing.sendAndWait(Topics.WEBHOOKS, key, value.getBytes(UTF_8), SOON);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int enough, Duration within) {
        try (TopicReader letters = new TopicReader(Topics.DEAD_LETTERS)) {
            return letters.find(enough, within, record -> key.equals(record.key()));
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }
}
