package whybroke.api.trend;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import whybroke.api.work.Tx;

/**
 * What one transaction changes in the counts, gathered and written last and in one order, so that writers who count the
 * same things queue up instead of blocking each other.
 */
public final class CountChanges {
    /** Fifteen minutes, the grain of every figure over time. */
    static final long QUARTER_SECONDS = 900;

    private final Map<JobKey, long[]> jobs = new TreeMap<>(JobKey.ORDER);
    private final Map<FailureKey, Integer> failures = new TreeMap<>(FailureKey.ORDER);

    /** One kind of job in one quarter-hour. */
    record JobKey(Instant quarter, long repository, boolean mayFail, String outcome) {
        static final Comparator<JobKey> ORDER = Comparator.comparing(JobKey::quarter)
                .thenComparing(JobKey::repository)
                .thenComparing(JobKey::mayFail)
                .thenComparing(JobKey::outcome);
    }

    /**
     * One kind of failure in one quarter-hour.
     *
     * @param label empty when unlabelled, as {@code blame}
     * @param cause 0 when none
     */
    public record FailureKey(
            Instant quarter,
            long repository,
            boolean mayFail,
            String outcome,
            String label,
            String blame,
            String logState,
            long cause) {
        static final Comparator<FailureKey> ORDER = Comparator.comparing(FailureKey::quarter)
                .thenComparing(FailureKey::repository)
                .thenComparing(FailureKey::mayFail)
                .thenComparing(FailureKey::outcome)
                .thenComparing(FailureKey::label)
                .thenComparing(FailureKey::blame)
                .thenComparing(FailureKey::logState)
                .thenComparing(FailureKey::cause);
    }

    public static Instant quarter(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
    }

    public void job(Instant finished, long repository, boolean mayFail, String outcome, int jobs, long seconds) {
        long[] change = this.jobs.computeIfAbsent(
                new JobKey(quarter(finished), repository, mayFail, outcome), key -> new long[2]);
        change[0] += jobs;
        change[1] += seconds;
    }

    public void failure(FailureKey key, int change) {
        failures.merge(key, change, Integer::sum);
    }

    public void write(Tx tx) throws SQLException {
        for (var change : failures.entrySet()) {
            if (change.getValue() != 0) {
                write(tx, change.getKey(), change.getValue());
            }
        }
        for (var change : jobs.entrySet()) {
            if (change.getValue()[0] != 0 || change.getValue()[1] != 0) {
                write(tx, change.getKey(), change.getValue());
            }
        }
    }

    private static void write(Tx tx, FailureKey key, int change) throws SQLException {
        int left = tx.one(
                "insert into failure_count as c (quarter, repository_id, may_fail, outcome, label, blame, log_state,"
                        + " cause_id, failures) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (quarter, repository_id, may_fail, outcome, label, blame, log_state, cause_id)"
                        + " do update set failures = c.failures + excluded.failures returning failures",
                row -> row.getInt(1),
                key.quarter(),
                key.repository(),
                key.mayFail(),
                key.outcome(),
                key.label(),
                key.blame(),
                key.logState(),
                key.cause(),
                change);
        if (left == 0) {
            tx.update(
                    "delete from failure_count where quarter = ? and repository_id = ? and may_fail = ? and outcome = ?"
                            + " and label = ? and blame = ? and log_state = ? and cause_id = ? and failures = 0",
                    key.quarter(),
                    key.repository(),
                    key.mayFail(),
                    key.outcome(),
                    key.label(),
                    key.blame(),
                    key.logState(),
                    key.cause());
        }
    }

    private static void write(Tx tx, JobKey key, long[] change) throws SQLException {
        int left = tx.one(
                "insert into job_count as c (quarter, repository_id, may_fail, outcome, jobs, seconds)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (quarter, repository_id, may_fail, outcome)"
                        + " do update set jobs = c.jobs + excluded.jobs, seconds = c.seconds + excluded.seconds"
                        + " returning jobs",
                row -> row.getInt(1),
                key.quarter(),
                key.repository(),
                key.mayFail(),
                key.outcome(),
                (int) change[0],
                change[1]);
        if (left == 0) {
            tx.update(
                    "delete from job_count where quarter = ? and repository_id = ? and may_fail = ? and outcome = ?"
                            + " and jobs = 0",
                    key.quarter(),
                    key.repository(),
                    key.mayFail(),
                    key.outcome());
        }
    }
}
