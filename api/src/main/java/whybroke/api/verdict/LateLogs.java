package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import whybroke.api.work.Task;
import whybroke.api.work.TaskKind;
import whybroke.api.work.Tasks;
import whybroke.api.work.Tx;
import whybroke.ingest.FailedJob;
import whybroke.ingest.Fetch;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** A log that was not ready is asked for again when it is due: a task until then, so that no consumer sleeps. */
@ApplicationScoped
public class LateLogs implements TaskKind {
    static final String KIND = "late-fetch";
    /** Far more than any provider's log is asked for. */
    private static final int MOST_FETCHES = 100;

    private final Tasks tasks;
    private final Outgoing outgoing;

    LateLogs(Tasks tasks, Outgoing outgoing) {
        this.tasks = tasks;
        this.outgoing = outgoing;
    }

    /** @param failed the fetch that stands: what earlier ones planned is void */
    void plan(Tx tx, FailedJob failed) throws SQLException {
        int fetch = Math.min(failed.fetch(), MOST_FETCHES);
        if (fetch > 1) {
            List<String> past = IntStream.rangeClosed(2, fetch)
                    .mapToObj(n -> key(failed, n))
                    .toList();
            tasks.forget(tx, KIND, past);
        }
        if (failed.state().isWaiting() && failed.again() != null && fetch < MOST_FETCHES) {
            Fetch next = new Fetch(failed.job().withoutLog(), fetch + 1);
            tasks.plan(tx, KIND, key(failed, fetch + 1), next, failed.again());
        } else if (!failed.state().isWaiting()) {
            tasks.forget(tx, KIND, List.of(key(failed, fetch + 1)));
        }
    }

    private static String key(FailedJob failed, int fetch) {
        return failed.id() + "/" + fetch;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Task task, Progress progress) {
        outgoing.send(
                        Topics.FETCHES,
                        Wire.read(task.payload(), Fetch.class).job().id().hex(),
                        task.payload())
                .toCompletableFuture()
                .join();
    }
}
