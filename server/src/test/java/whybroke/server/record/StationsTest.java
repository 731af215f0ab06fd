package whybroke.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import whybroke.api.work.Database;
import whybroke.api.work.PostgresDependency;
import whybroke.ingest.Fetch;
import whybroke.ingest.Observation;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.Label;
import whybroke.server.Backends;

/** From the topics into the tables, and from the task table back onto a topic. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StationsTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Outgoing outgoing;

    @Inject
    Recorded recorded;

    @Inject
    PostgresDependency postgres;

    @Inject
    Database database;

    @Test
    void jobsVerdictsAndObservations_areRecordedFromTheirTopics() {
        var job = World.of("stations").job("shop", "test");
        var seen = new Observation(UUID.randomUUID(), null, "judged", "labelled", 12L, Instant.now());

        send(Topics.VERDICTS, job.labelled(Label.INFRA, "net/dns"));
        send(Topics.JOBS, job.report());
        send(Topics.JOBS, job.passed("12:10:00").report());
        send(Topics.OBSERVATIONS, seen);

        await().atMost(30, SECONDS).untilAsserted(() -> {
            assertThat(recorded.current(job)).isEqualTo("rule infra");
            assertThat(recorded.list(
                            "select outcome from job where id = ?::uuid",
                            job.passed("12:10:00").report().id().hex()))
                    .containsExactly("passed");
            assertThat(recorded.list("select kind from observation where id = ?", seen.id()))
                    .containsExactly("judged");
        });
    }

    @Test
    void recordThatCannotBeRead_isADeadLetterAndHoldsUpNothing() {
        var job = World.of("after-a-bad-one").job("shop", "test");
        outgoing.sendAndWait(
                Topics.VERDICTS, "bad-verdict", "{\"judge\":\"oracle\"}".getBytes(UTF_8), Duration.ofSeconds(10));

        send(Topics.VERDICTS, job.labelled(Label.INFRA, "net/dns"));

        await().atMost(30, SECONDS).until(() -> recorded.current(job).equals("rule infra"));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Followed.all(servers, Topics.DEAD_LETTERS))
                        .anySatisfy(letter -> assertThat(letter.key()).isEqualTo("bad-verdict")));
    }

    @Test
    void lateLog_isAskedForWhenItIsDue() {
        var job = World.of("due").job("shop", "test");
        recorded.record(job.notReady());

        recorded.update(
                "update task set due = now() where key = ?", job.report().id().hex() + "/2");

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Followed.values(
                                servers, Topics.FETCHES, job.report().id().hex()))
                        .first()
                        .satisfies(bytes -> {
                            Fetch fetch = Wire.read(bytes, Fetch.class);
                            assertThat(fetch.fetch()).isEqualTo(2);
                            assertThat(fetch.job().id()).isEqualTo(job.report().id());
                        }));
    }

    @Test
    void database_isUp_andKnowsItsOwnFaults() {
        assertThat(postgres.isUp()).isTrue();
        try {
            database.change(tx -> tx.list("select pg_terminate_backend(pg_backend_pid())", row -> true));
            assertThat(false).as("the connection should be gone").isTrue();
        } catch (RuntimeException e) {
            assertThat(postgres.isFault(e)).isTrue();
        }
        try {
            database.change(tx -> tx.update("select from nowhere"));
        } catch (RuntimeException e) {
            assertThat(postgres.isFault(e)).isFalse();
        }
        assertThat(postgres.isUp()).isTrue();
    }

    @Test
    void victimsOfADeadlock_areRepeated() throws Exception {
        recorded.update("insert into audit (who, what) values ('deadlock', 'a'), ('deadlock', 'b')");
        var both = new java.util.concurrent.CyclicBarrier(2);
        Thread other = Thread.ofVirtual().start(() -> touch("b", "a", both));

        touch("a", "b", both);
        other.join();

        assertThat(recorded.list("select detail->>'n' from audit where who = 'deadlock'"))
                .containsExactly("2", "2");
    }

    /** The first time both hold one row and want the other's. */
    private void touch(String first, String second, java.util.concurrent.CyclicBarrier both) {
        database.change(tx -> {
            touch(tx, first);
            try {
                both.await(1, SECONDS);
            } catch (Exception e) {
                // the second time nobody waits
            }
            touch(tx, second);
        });
    }

    private static void touch(whybroke.api.work.Tx tx, String what) throws SQLException {
        tx.update(
                "update audit set detail = jsonb_build_object('n', coalesce((detail->>'n')::int, 0) + 1)"
                        + " where who = 'deadlock' and what = ?",
                what);
    }

    private void send(String topic, Object value) {
        outgoing.sendAndWait(topic, "stations", Wire.write(value), Duration.ofSeconds(10));
    }
}
