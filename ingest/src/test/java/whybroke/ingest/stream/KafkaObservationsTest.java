package whybroke.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static whybroke.ingest.Samples.NOW;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whybroke.ingest.Observation;

class KafkaObservationsTest {
    private final List<Observation> sent = new CopyOnWriteArrayList<>();
    private final CountDownLatch kafka = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KafkaObservations observations =
            new KafkaObservations(new FakeOutgoing(), meters, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        kafka.countDown();
        observations.stop();
    }

    @Test
    void observation_isSentWithItsTime() {
        kafka.countDown();

        observations.saw("acme", "fetch", "whole", Duration.ofMillis(250));

        await().until(() -> !sent.isEmpty());
        assertThat(sent.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Observation(null, "acme", "fetch", "whole", 250L, NOW));
    }

    @Test
    void manyRejectionsInOneSecond_areCountedButFewAreSent() {
        kafka.countDown();

        for (int i = 0; i < 100_000; i++) {
            observations.saw(null, "rejection", "unsigned");
        }
        observations.saw("acme", "delivery", "accepted");

        await().until(() -> sent.stream().anyMatch(seen -> seen.kind().equals("delivery")));
        assertThat(sent).hasSize(21);
        assertThat(meters.counter("whybroke.observations", "kind", "rejection", "detail", "unsigned")
                        .count())
                .isEqualTo(100_000);
    }

    @Test
    void kafkaThatHangs_neverHoldsUpThePath() {
        for (int i = 0; i < 20_000; i++) {
            observations.saw("acme", "delivery", "accepted");
        }

        assertThat(meters.counter("whybroke.observations.dropped").count()).isGreaterThan(5_000);
    }

    private final class FakeOutgoing implements Outgoing {
        @Override
        public CompletionStage<Void> send(String topic, String key, byte[] value) {
            try {
                kafka.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sent.add(Wire.read(value, Observation.class));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void sendAndWait(String topic, String key, byte[] value, Duration atMost) {
            throw new UnsupportedOperationException("observations are not waited for");
        }
    }
}
