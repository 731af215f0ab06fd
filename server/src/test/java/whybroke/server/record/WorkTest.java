package whybroke.server.record;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import whybroke.api.work.Database;
import whybroke.api.work.Task;
import whybroke.api.work.TaskKind;
import whybroke.api.work.Tasks;
import whybroke.api.work.Tx;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class WorkTest {
    @Inject
    Database database;

    @Inject
    Tasks tasks;

    @Inject
    Recorded recorded;

    @Inject
    Noted noted;

    /** Notes what it was given; a key says how it behaves. */
    @ApplicationScoped
    public static class Noted implements TaskKind {
        final Queue<String> runs = new ConcurrentLinkedQueue<>();
        final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

        Queue<String> runs() {
            return runs;
        }

        Map<String, CountDownLatch> gates() {
            return gates;
        }

        @Override
        public String kind() {
            return "noted";
        }

        @Override
        public void run(Task task, Progress progress) throws Exception {
            runs.add(task.key() + " " + task.attempt() + " from " + task.progress());
            if (task.key().startsWith("fails-once") && task.attempt() == 1) {
                throw new IllegalStateException("as asked");
            }
            CountDownLatch gate = gates.get(task.key());
            for (long done = task.progress() + 1; gate != null && done < 1_000; done++) {
                progress.at(done, 1_000L);
                if (gate.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    @Test
    void dueTask_isDoneOnce() {
        plan("done-once", Instant.now());
        plan("done-once", Instant.now());

        await().atMost(20, SECONDS).until(() -> state("done-once").equals("done"));
        plan("done-once", Instant.now());

        assertThat(state("done-once")).isEqualTo("done");
        assertThat(runs("done-once")).containsExactly("done-once 1 from 0");
    }

    @Test
    void taskThatIsNotDue_waits() {
        plan("later", Instant.now().plusSeconds(3600));
        plan("now", Instant.now());

        await().atMost(20, SECONDS).until(() -> state("now").equals("done"));

        assertThat(state("later")).isEqualTo("waiting");
    }

    @Test
    void failedAttempt_isRepeatedAfterAPause() {
        plan("fails-once", Instant.now());

        await().atMost(20, SECONDS)
                .until(() ->
                        runs("fails-once").size() == 1 && state("fails-once").equals("waiting"));
        recorded.update("update task set due = now() where kind = 'noted' and key = 'fails-once'");

        await().atMost(20, SECONDS).until(() -> state("fails-once").equals("done"));
        assertThat(runs("fails-once")).containsExactly("fails-once 1 from 0", "fails-once 2 from 0");
    }

    @Test
    void leaseOfADeadWorker_isTakenOver() {
        database.change(tx -> tx.update(
                "insert into task (kind, key, payload, due, state, leased_by, leased_until, attempts, progress)"
                        + " values ('noted', 'orphan', '{}', now(), 'running', 'dead', now() - interval '1s', 1, 41)"));

        await().atMost(20, SECONDS).until(() -> state("orphan").equals("done"));

        assertThat(runs("orphan")).containsExactly("orphan 2 from 41");
    }

    @Test
    void runningTask_isCancelledAndResumedWhereItStopped() {
        noted.gates().put("long", new CountDownLatch(1));
        plan("long", Instant.now());
        await().atMost(20, SECONDS).until(() -> Long.parseLong(column("long", "progress")) > 3);

        database.change(tx -> assertThat(tasks.cancel(tx, id("long"))).isTrue());
        await().atMost(20, SECONDS).until(() -> state("long").equals("cancelled"));
        assertThat(column("long", "total")).isEqualTo("1000");

        noted.gates().get("long").countDown();
        database.change(
                tx -> assertThat(tasks.resume(tx, id("long"), Instant.now())).isTrue());
        await().atMost(20, SECONDS).until(() -> state("long").equals("done"));
        assertThat(runs("long").getLast()).startsWith("long 1 from ").isNotEqualTo("long 1 from 0");
    }

    @Test
    void returningWork_isPlannedAndHasRun() {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(recorded.list(
                                "select kind from task where key = 'returning' and due > now() and attempts = 0"
                                        + " order by kind"))
                        .contains("observation-retention", "tail-partitions", "task-retention"));
        assertThat(recorded.list("select relname from pg_class where relname like 'tail_2%' and relkind = 'r'"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void tailWrittenBeforeItsPartition_movesIntoIt() {
        recorded.update("insert into tail (failure_id, month, log_hash, fetches, fetched, image) values"
                + " (gen_random_uuid(), date_trunc('month', now() + interval '5 months'), 'x', 1, now(), 'x')");

        database.change(tx -> partition(tx));

        assertThat(recorded.list("select count(*) from tail where log_hash = 'x'"))
                .containsExactly("1");
        assertThat(recorded.list("select count(*) from tail_other where log_hash = 'x'"))
                .containsExactly("0");
        recorded.update("delete from tail where log_hash = 'x'");
    }

    private static void partition(Tx tx) throws java.sql.SQLException {
        whybroke.api.work.TailPartitions.make(
                tx,
                java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                        .withDayOfMonth(1)
                        .plusMonths(5));
    }

    private void plan(String key, Instant due) {
        database.change(tx -> tasks.plan(tx, "noted", key, Map.of(), due));
    }

    private List<String> runs(String key) {
        return noted.runs().stream().filter(run -> run.startsWith(key + " ")).toList();
    }

    private String state(String key) {
        return column(key, "state");
    }

    private long id(String key) {
        return Long.parseLong(column(key, "id"));
    }

    private String column(String key, String column) {
        return recorded.list("select " + column + " from task where kind = 'noted' and key = ?", key)
                .getFirst();
    }
}
