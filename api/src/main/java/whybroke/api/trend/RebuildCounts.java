package whybroke.api.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import whybroke.api.work.Database;
import whybroke.api.work.Task;
import whybroke.api.work.TaskKind;
import whybroke.api.work.Tx;

/**
 * Makes all counts again from jobs and failures, one UTC day per transaction. Writers wait for that day's transaction
 * only: they change facts before counts, so once the counts are ours, what we can see of the facts is exactly what has
 * been counted.
 */
@ApplicationScoped
public class RebuildCounts implements TaskKind {
    public static final String KIND = "rebuild-counts";
    private final Database database;

    RebuildCounts(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Span(Instant first, Instant last) {}

    @Override
    public void run(Task task, Progress progress) throws Cancelled {
        Optional<Span> span = database.call(RebuildCounts::span);
        if (span.isEmpty()) {
            return;
        }
        Instant first = span.get().first().truncatedTo(ChronoUnit.DAYS);
        long days = ChronoUnit.DAYS.between(first, span.get().last()) + 1;
        for (long day = Math.min(task.progress(), days); day < days; day++) {
            Instant from = first.plus(Duration.ofDays(day));
            database.change(tx -> rebuild(tx, from, from.plus(Duration.ofDays(1))));
            progress.at(day + 1, days);
        }
    }

    /** From the first to the last time that facts or counts know. */
    private static Optional<Span> span(Tx tx) throws SQLException {
        return tx.find(
                "select least((select min(finished) from job), (select min(quarter) from job_count),"
                        + " (select min(quarter) from failure_count)) as first,"
                        + " greatest((select max(finished) from job), (select max(quarter) from job_count),"
                        + " (select max(quarter) from failure_count)) as last",
                row -> Tx.instant(row, "first") == null
                        ? null
                        : new Span(Tx.instant(row, "first"), Tx.instant(row, "last")));
    }

    private static void rebuild(Tx tx, Instant from, Instant to) throws SQLException {
        tx.update("lock table failure_count, job_count in share row exclusive mode");
        tx.update("delete from failure_count where quarter >= ? and quarter < ?", from, to);
        tx.update("delete from job_count where quarter >= ? and quarter < ?", from, to);
        tx.update(
                "insert into failure_count (quarter, repository_id, may_fail, outcome, label, blame, log_state,"
                        + " cause_id, failures) select " + QUARTER + ", repository_id, may_fail, outcome,"
                        + " coalesce(label, ''), coalesce(blame, ''), log_state, coalesce(cause_id, 0), count(*)"
                        + " from failure where finished >= ? and finished < ? group by 1, 2, 3, 4, 5, 6, 7, 8",
                from,
                to);
        tx.update(
                "insert into job_count (quarter, repository_id, may_fail, outcome, jobs, seconds) select " + QUARTER
                        + ", repository_id, may_fail, outcome, count(*),"
                        + " coalesce(sum(greatest(0, floor(extract(epoch from finished - started)))), 0)::bigint"
                        + " from job where finished >= ? and finished < ? group by 1, 2, 3, 4",
                from,
                to);
    }

    private static final String QUARTER = "date_bin('15 minutes', finished, 'epoch'::timestamptz)";
}
