package whybroke.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryingStationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final List<DeadLetter> letters = new ArrayList<>();
    private final FakeDependency database = new FakeDependency();
    private int runs;

    @Test
    void record_thatSucceeds_runsOnce() {
        handle(letters::add, () -> runs++);

        assertThat(runs).isEqualTo(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void record_thatFailsOnce_isDoneAtTheSecondTry() {
        handle(letters::add, () -> {
            if (++runs == 1) {
                throw new IllegalStateException("once");
            }
        });

        assertThat(runs).isEqualTo(2);
        assertThat(letters).isEmpty();
    }

    @Test
    void record_thatFailsAgainWithAllWell_isADeadLetterOnceWithItsBytes() {
        handle(letters::add, () -> {
            runs++;
            throw new IllegalStateException("token=hunter2");
        });

        assertThat(runs).isEqualTo(2);
        assertThat(letters).hasSize(1);
        DeadLetter letter = letters.getFirst();
        assertThat(letter.topic()).isEqualTo(Topics.JOBS);
        assertThat(letter.key()).isEqualTo("key");
        assertThat(letter.value()).isEqualTo("value".getBytes(UTF_8));
        assertThat(letter.station()).isEqualTo("Judge");
        assertThat(letter.at()).isEqualTo(NOW);
        assertThat(letter.reason())
                .contains("IllegalStateException")
                .contains("RetryingStationTest")
                .doesNotContain("hunter2");
    }

    @Test
    void record_whileADependencyIsDown_isTriedUntilItIsUp() {
        database.answersAfter = 20;

        handle(letters::add, () -> {
            runs++;
            if (database.asked < 20) {
                throw new IllegalStateException("connection refused");
            }
        });

        assertThat(runs).isGreaterThan(10);
        assertThat(letters).isEmpty();
    }

    @Test
    void fault_thatADependencyClaims_isNeverBlamedOnTheRecord() {
        handle(letters::add, () -> {
            if (++runs < 10) {
                throw new UnsupportedOperationException("claimed");
            }
        });

        assertThat(runs).isEqualTo(10);
        assertThat(letters).isEmpty();
    }

    @Test
    void outage_betweenTwoFailures_startsTheCountAnew() {
        handle(letters::add, () -> {
            switch (++runs) {
                case 1, 3 -> throw new IllegalStateException("the record");
                case 2 -> throw new DependencyDown("kafka", null);
                default -> {}
            }
        });

        assertThat(runs).isEqualTo(4);
        assertThat(letters).isEmpty();
    }

    @Test
    void deadLetter_thatKafkaDoesNotTake_isOfferedAgain() {
        int[] offers = {0};

        handle(
                letter -> {
                    if (++offers[0] < 3) {
                        throw new DependencyDown("kafka", null);
                    }
                    letters.add(letter);
                },
                () -> {
                    throw new IllegalStateException("always");
                });

        assertThat(letters).hasSize(1);
    }

    @Test
    void endlessRecursion_isARecordsFault() {
        handle(letters::add, this::deeper);

        assertThat(letters).hasSize(1);
    }

    @SuppressWarnings("InfiniteRecursion")
    private void deeper() {
        deeper();
    }

    private void handle(DeadLetters sink, Station.Work work) {
        RetryingStation station = new RetryingStation(
                List.of(database),
                sink,
                (connection, kind, detail, took) -> {},
                new SimpleMeterRegistry(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMillis(1));
        station.handle("Judge", Topics.JOBS, "key", "value".getBytes(UTF_8), work);
    }

    /** Down until it has been asked so often. */
    private static final class FakeDependency implements Dependency {
        private int answersAfter;
        private int asked;

        @Override
        public String name() {
            return "postgresql";
        }

        @Override
        public boolean isUp() {
            return ++asked >= answersAfter;
        }

        @Override
        public boolean isFault(Throwable thrown) {
            return thrown instanceof UnsupportedOperationException;
        }
    }
}
