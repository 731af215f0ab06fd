package whybroke.server.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.classifier.Verdict;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.StoredFailures;
import whybroke.classifier.index.follow.FollowVerdicts;
import whybroke.classifier.index.lucene.Hits;
import whybroke.classifier.index.query.QueryReader;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Outcome;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FollowVerdictsTest {
    @TempDir
    Path folder;

    @Inject
    Outgoing outgoing;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final Empty stored = new Empty();

    @Test
    void verdict_isSearchableAtOnce_andReadingGoesOnWhereItStopped() throws Exception {
        try (FollowVerdicts follower = follow()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stored.scans.get() == 1);
            send("alpaca");
            awaitFound(follower, "alpaca");
        }
        send("badger");

        try (FollowVerdicts follower = follow()) {
            awaitFound(follower, "badger");

            assertThat(found(follower, "alpaca")).isEqualTo(1);
            assertThat(stored.scans).hasValue(1);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(follower.indexed()).isEqualTo(1));
        }
    }

    @Test
    void verdictsGoneFromKafkaBeforeTheyWereRead_areReadFromTheTruth() throws Exception {
        try (FollowVerdicts follower = follow()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stored.scans.get() == 1);
            send("cougar");
            awaitFound(follower, "cougar");
        }
        stored.only = send("dolphin");
        trimTopic();

        try (FollowVerdicts follower = follow()) {
            awaitFound(follower, "stored");

            assertThat(stored.scans).hasValue(2);
            assertThat(found(follower, "cougar")).isEqualTo(1);
            send("ermine");
            awaitFound(follower, "ermine");
        }
    }

    private FollowVerdicts follow() throws IOException {
        FollowVerdicts follower =
                new FollowVerdicts(folder, servers, stored, Clock.systemUTC(), Duration.ofMillis(500));
        follower.start();
        return follower;
    }

    private FailureId send(String word) {
        FailedJob failed = Failing.with("the " + word + " escaped");
        Decision decision =
                new Decision(new Outcome.Unlabelled(Outcome.Why.NO_RULE, List.of()), List.of(), 0, null, null);
        Verdict verdict = new Verdict.ByRule(
                failed, new LibraryHash("0".repeat(64)), 1, "none", "0".repeat(64), decision, false, Instant.now());
        outgoing.sendAndWait(Topics.VERDICTS, failed.id().hex(), Wire.write(verdict), Duration.ofSeconds(10));
        return failed.id();
    }

    private static void awaitFound(FollowVerdicts follower, String word) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> found(follower, word) == 1);
    }

    private static long found(FollowVerdicts follower, String word) throws IOException {
        return follower.folder()
                .search(searcher ->
                        new Hits(word, QueryReader.read(word, Instant.now()), null).page(searcher, 10, null, 1))
                .total();
    }

    private void trimTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var partitions = admin
                    .describeTopics(List.of(Topics.VERDICTS))
                    .allTopicNames()
                    .get()
                    .get(Topics.VERDICTS)
                    .partitions()
                    .stream()
                    .map(info -> new TopicPartition(Topics.VERDICTS, info.partition()))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            admin.deleteRecords(admin.listOffsets(partitions).all().get().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    end -> RecordsToDelete.beforeOffset(
                                            end.getValue().offset()))))
                    .all()
                    .get();
        }
    }

    /** Holds one failure at most, and counts how often it was read as a whole. */
    private static final class Empty implements StoredFailures {
        private final AtomicInteger scans = new AtomicInteger();
        private volatile FailureId only;

        @Override
        public Optional<IndexedFailure> find(FailureId id) {
            return Optional.empty();
        }

        @Override
        public void scan(Consumer<IndexedFailure> each) {
            scans.incrementAndGet();
            if (only != null) {
                each.accept(new IndexedFailure(
                        only,
                        1,
                        "github",
                        "acme/shop",
                        "ci",
                        "build",
                        "main",
                        Failing.NOON,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "stored text"));
            }
        }

        @Override
        public long count() {
            return only == null ? 0 : 1;
        }
    }
}
