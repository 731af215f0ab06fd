package whybroke.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.ingest.Samples;
import whybroke.ingest.Webhook;
import whybroke.ingest.stream.DependencyDown;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.RecordTooBig;
import whybroke.ingest.stream.Topics;

class IntakeTest {
    private final FakeKafka kafka = new FakeKafka();
    private SpoolDrain drain;

    @TempDir
    Path data;

    @BeforeEach
    void start() throws IOException {
        drain = drain("receive");
        drain.start(null);
    }

    @AfterEach
    void stop() throws Exception {
        drain.stop(null);
    }

    @Test
    void webhook_goesToKafka() throws IOException {
        assertThat(new Intake(kafka, drain).keep(webhook("1"))).isEqualTo("accepted");

        assertThat(kafka.keys).containsExactly("1");
    }

    @Test
    void webhookWithoutKafka_isSpooledAndSentWhenKafkaIsBack() throws IOException {
        kafka.away = true;
        Intake intake = new Intake(kafka, drain);

        assertThat(intake.keep(webhook("1"))).isEqualTo("spooled");
        assertThat(intake.keep(webhook("2"))).isEqualTo("spooled");
        await().until(drain::isKafkaAway);
        assertThat(kafka.keys).isEmpty();
        kafka.away = false;

        await().untilAsserted(() -> assertThat(kafka.keys).containsExactly("1", "2"));
        await().until(() -> !drain.isKafkaAway());
        assertThat(intake.keep(webhook("3"))).isEqualTo("accepted");
    }

    @Test
    void webhookSpooledByAProcessThatDied_isSentByTheNext() throws Exception {
        kafka.away = true;
        new Intake(kafka, drain).keep(webhook("1"));
        drain.stop(null);
        kafka.away = false;

        drain = drain("receive");
        drain.start(null);

        await().untilAsserted(() -> assertThat(kafka.keys).containsExactly("1"));
    }

    @Test
    void neitherKafkaNorSpool_isAnError() {
        kafka.away = true;
        Intake intake = new Intake(kafka, drain("fetch"));

        assertThatThrownBy(() -> intake.keep(webhook("1"))).isInstanceOf(IOException.class);
    }

    @Test
    void processThatDoesNotReceive_leavesTheSpoolAlone() throws Exception {
        kafka.away = true;
        new Intake(kafka, drain).keep(webhook("1"));
        await().until(drain::isKafkaAway);
        SpoolDrain other = drain("fetch,serve");

        other.start(null);
        other.stop(null);

        assertThat(data.resolve("spool")).isNotEmptyDirectory();
        assertThat(other.isKafkaAway()).isFalse();
    }

    @Test
    void webhookThatNoTopicTakes_isRefusedEvenWithoutKafka() {
        kafka.away = true;
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(1_500_000, 32, 126).forEach(noise::appendCodePoint);

        assertThatThrownBy(() -> new Intake(kafka, drain).keep(Samples.webhook("workflow_job", noise.toString())))
                .isInstanceOf(RecordTooBig.class);
    }

    private static Webhook webhook(String delivery) {
        return new Webhook("acme", delivery, "workflow_job", "{}", null, Samples.NOW);
    }

    private SpoolDrain drain(String roles) {
        return new SpoolDrain(kafka, new SimpleMeterRegistry(), new Small(), data, List.of(roles.split(",")));
    }

    private static final class Small implements SpoolSettings {
        @Override
        public long maxBytes() {
            return 1_000_000;
        }

        @Override
        public long segmentBytes() {
            return 1_000;
        }
    }

    private static final class FakeKafka implements Outgoing {
        private final List<String> keys = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        @Override
        public CompletionStage<Void> send(String topic, String key, byte[] value) {
            throw new UnsupportedOperationException("webhooks are sent and waited for");
        }

        @Override
        public void sendAndWait(String topic, String key, byte[] value, Duration atMost) {
            assertThat(topic).isEqualTo(Topics.WEBHOOKS);
            if (away) {
                throw new DependencyDown("kafka", null);
            }
            keys.add(key);
        }
    }
}
