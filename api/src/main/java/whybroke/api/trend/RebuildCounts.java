package whybroke.api.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** Resumed, it goes on at the day where it stopped: days that came in before that one were counted as they came. */
    @Override
    public void run(Task task, Progress progress) throws Cancelled {
        List<Instant> days = database.call(RebuildCounts::days);
        for (int i = (int) Math.min(task.progress(), days.size()); i < days.size(); i++) {
            Instant from = days.get(i);
            database.change(tx -> rebuild(tx, from, from.plus(Duration.ofDays(1))));
            progress.at(i + 1, (long) days.size());
        }
    }

    /** The days that facts or counts know: few, however far apart a provider's clock may have put them. */
    private static List<Instant> days(Tx tx) throws SQLException {
        return tx.list(
                "select distinct date_bin('1 day', t, 'epoch'::timestamptz) as day from (select finished as t from job"
                        + " union all select quarter from job_count union all select quarter from failure_count) as t"
                        + " order by day",
                row -> Tx.instant(row, "day"));
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
