package whybroke.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static whybroke.ingest.Samples.NOW;
import static whybroke.ingest.Samples.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import whybroke.ingest.Connection;
import whybroke.ingest.FailedJob;
import whybroke.ingest.Fetch;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.Samples;
import whybroke.ingest.download.DownloadSettings;
import whybroke.ingest.download.LogDownload;
import whybroke.ingest.download.RawServer;
import whybroke.ingest.provider.Providers;
import whybroke.ingest.sender.Secrets;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobOutcome;

class FetchTailTest {
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final List<FailedJob> failures = new CopyOnWriteArrayList<>();
    private final FetchTail fetchTail = fetchTail();

    @Test
    void failedJob_getsItsLog() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            connections.put("acme", Samples.github(api.uri("/")));

            finished(job("acme", JobOutcome.FAILED, false, null));

            assertThat(failures).singleElement().satisfies(failed -> {
                assertThat(failed.state()).isEqualTo(LogState.WHOLE);
                assertThat(failed.log().text()).contains("boom");
                assertThat(failed.fetch()).isEqualTo(1);
                assertThat(failed.fetched()).isEqualTo(NOW);
            });
        }
    }

    @Test
    void jobThatMayFail_isFetchedAndPassedOnesAreNot() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            connections.put("acme", Samples.github(api.uri("/")));

            finished(job("acme", JobOutcome.FAILED, true, null));
            finished(job("acme", JobOutcome.PASSED, false, null));
            finished(job("acme", JobOutcome.CANCELLED, false, null));
            finished(job("acme", JobOutcome.SKIPPED, false, null));
            finished(job("acme", JobOutcome.UNKNOWN, false, null));

            assertThat(failures).hasSize(1);
            assertThat(api.requests()).hasSize(1);
        }
    }

    @Test
    void inlineLog_isPassedOnAndNothingIsFetched() throws IOException {
        LogImage log = LogLines.of(new ByteArrayInputStream(utf8("inline\n"))).image();

        finished(job("acme", JobOutcome.FAILED, false, log));

        assertThat(failures).singleElement().satisfies(failed -> {
            assertThat(failed.log().text()).isEqualTo(log.text());
            assertThat(failed.job().log()).isNull();
            assertThat(failed.state()).isEqualTo(LogState.WHOLE);
        });
    }

    @Test
    void logThatComesLate_isASecondRecordOfTheSameFailure() throws IOException {
        int[] asked = {0};
        try (RawServer api = new RawServer((request, out) -> {
            if (++asked[0] == 1) {
                RawServer.write(out, "404 Not Found", "", utf8("BlobNotFound"));
            } else {
                RawServer.write(out, "200 OK", "", utf8("boom\n"));
            }
        })) {
            connections.put("acme", Samples.github(api.uri("/")));
            FinishedJob job = job("acme", JobOutcome.FAILED, false, null);

            finished(job);
            fetchTail.due(new ConsumerRecord<>(Topics.FETCHES, 0, 0, "key", Wire.write(new Fetch(job, 2))));

            assertThat(failures.get(0).state()).isEqualTo(LogState.NOT_READY);
            assertThat(failures.get(0).again()).isEqualTo(NOW.plusSeconds(5));
            assertThat(failures.get(1).state()).isEqualTo(LogState.WHOLE);
            assertThat(failures.get(1).fetch()).isEqualTo(2);
            assertThat(failures.get(1).id()).isEqualTo(failures.get(0).id());
        }
    }

    @Test
    void connectionThatIsGone_isSaid() {
        finished(job("acme", JobOutcome.FAILED, false, null));

        assertThat(failures).singleElement().satisfies(failed -> {
            assertThat(failed.state()).isEqualTo(LogState.FORBIDDEN);
            assertThat(failed.because()).contains("acme is gone");
        });
    }

    @Test
    void tokenThatIsMissing_isWaitedFor() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            Connection plain = Samples.github(api.uri("/"));
            connections.put(
                    "acme",
                    new Connection(
                            "acme", "github", plain.host(), plain.api(), null, null, "env:WHYBROKE_NO_SUCH", true));

            finished(job("acme", JobOutcome.FAILED, false, null));

            assertThat(failures.getFirst().state()).isEqualTo(LogState.NOT_READY);
            assertThat(failures.getFirst().because()).contains("env:WHYBROKE_NO_SUCH");
            assertThat(api.requests()).isEmpty();
        }
    }

    @Test
    void slowConnection_isPutOffAndDoesNotHoldUpAnother() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (RawServer stuck = new RawServer((request, out) -> slow.await());
                RawServer quick = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            connections.put("slow", Samples.github(stuck.uri("/")));
            connections.put("acme", Samples.github(quick.uri("/")));
            List<Thread> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(Thread.ofVirtual().start(() -> finished(job("slow", JobOutcome.FAILED, false, null))));
            }
            await().until(() -> !failures.isEmpty());

            finished(job("acme", JobOutcome.FAILED, false, null));

            assertThat(failures.getFirst().state()).isEqualTo(LogState.NOT_READY);
            assertThat(failures.getFirst().because()).contains("fetched first");
            assertThat(failures.getFirst().again()).isEqualTo(NOW.plusSeconds(30));
            assertThat(failures.getLast().log().text()).contains("boom");
            slow.countDown();
            for (Thread thread : waiting) {
                thread.join();
            }
        }
    }

    private void finished(FinishedJob job) {
        fetchTail.finished(new ConsumerRecord<>(Topics.JOBS, 0, 0, "key", Wire.write(job)));
    }

    private static FinishedJob job(String connection, JobOutcome outcome, boolean mayFail, LogImage log) {
        FinishedJob job = FailedJobsTest.job();
        return new FinishedJob(
                connection,
                job.provider(),
                job.host(),
                job.repository(),
                job.run(),
                job.job(),
                job.branch(),
                job.commit(),
                null,
                outcome,
                job.reason(),
                null,
                null,
                mayFail,
                List.of(),
                null,
                null,
                job.finished(),
                null,
                null,
                null,
                log);
    }

    private FetchTail fetchTail() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Settings settings = new Settings();
        return new FetchTail(
                (station, topic, key, value, work) -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                new FakeConnections(),
                new Providers(new LogDownload(settings), new Secrets(), clock),
                new FakeOutgoing(),
                (connection, kind, detail, took) -> {},
                clock,
                settings);
    }

    private final class FakeConnections implements Connections {
        @Override
        public Optional<Connection> find(String id) {
            return Optional.ofNullable(connections.get(id));
        }

        @Override
        public List<Connection> all() {
            return List.copyOf(connections.values());
        }
    }

    private final class FakeOutgoing implements Outgoing {
        @Override
        public CompletionStage<Void> send(String topic, String key, byte[] value) {
            failures.add(Wire.read(value, FailedJob.class));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void sendAndWait(String topic, String key, byte[] value, Duration atMost) {
            assertThat(topic).isEqualTo(Topics.FAILURES);
            var _ = send(topic, key, value);
        }
    }

    private static final class Settings implements FetchSettings, DownloadSettings {
        @Override
        public int atOnce() {
            return 2;
        }

        @Override
        public Duration turn() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration connect() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration total() {
            return Duration.ofSeconds(10);
        }
    }
}
