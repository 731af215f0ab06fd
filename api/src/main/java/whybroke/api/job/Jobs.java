package whybroke.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import whybroke.api.trend.CountChanges;
import whybroke.api.work.Locks;
import whybroke.api.work.Text;
import whybroke.api.work.Tx;
import whybroke.ingest.FinishedJob;

/** The table of finished jobs, written by whichever station hears of a job first. */
@ApplicationScoped
public class Jobs {
    private final Repositories repositories;
    private final JobAliases aliases;

    Jobs(Repositories repositories, JobAliases aliases) {
        this.repositories = repositories;
        this.aliases = aliases;
    }

    /**
     * Held until the transaction ends: one writer per job, and one per (job, commit), so that a failure and the pass
     * that follows it see each other whichever is first.
     */
    public void lock(Tx tx, FinishedJob job) throws SQLException {
        UUID key = aliases.today(tx, Ids.of(job.key()));
        Locks.take(tx, lockOf(Ids.of(job.id())), "job " + key + " " + job.commit());
    }

    /** The name of the lock on a job and its failure. */
    public static String lockOf(UUID id) {
        return "failure " + id;
    }

    /**
     * Writes a report of a job, unless a better one is there already; the caller holds {@link #lock}.
     *
     * @param counts gathers what this changes
     */
    public Written write(Tx tx, FinishedJob job, CountChanges counts) throws SQLException {
        UUID id = Ids.of(job.id());
        String rank = Rank.of(job);
        Optional<Ranked> before = tx.find(SELECT, Jobs::ranked, id);
        if (before.isPresent() && before.get().rank().compareTo(rank) >= 0) {
            return new Written(before.get().job(), before.get().job());
        }
        long repository = repositories.idOf(tx, job);
        tx.update(before.isPresent() ? UPDATE : INSERT, arguments(job, repository, rank, id));
        StoredJob now = tx.one(SELECT, Jobs::ranked, id).job();
        before.ifPresent(old -> count(counts, old.job(), -1));
        count(counts, now, 1);
        return new Written(before.map(Ranked::job).orElse(null), now);
    }

    /** @param before null when this was the first report, the same as {@code now} when nothing changed */
    public record Written(StoredJob before, StoredJob now) {
        public boolean changed() {
            return before != now;
        }
    }

    private static void count(CountChanges counts, StoredJob job, int change) {
        counts.job(
                job.finished(),
                job.repositoryId(),
                job.mayFail(),
                StoredJob.word(job.outcome()),
                change,
                change * job.seconds());
    }

    private record Ranked(StoredJob job, String rank) {}

    private static Ranked ranked(ResultSet row) throws SQLException {
        return new Ranked(
                new StoredJob(
                        row.getObject("id", UUID.class),
                        row.getObject("job_key", UUID.class),
                        row.getObject("today", UUID.class),
                        row.getLong("repository_id"),
                        row.getString("commit"),
                        StoredJob.outcome(row.getString("outcome")),
                        row.getBoolean("may_fail"),
                        Tx.instant(row, "started"),
                        Tx.instant(row, "finished")),
                row.getString("rank"));
    }

    private static final String SELECT = "select j.id, j.job_key, coalesce(a.job_key, j.job_key) as today,"
            + " repository_id, commit, outcome, may_fail, started, finished, rank"
            + " from job j left join job_alias a on a.old_key = j.job_key where j.id = ?";

    private static final String COLUMNS = "job_key, repository_id, connection, provider_job, name, pipeline, run_id,"
            + " run_number, run_attempt, attempt, url, run_url, event, branch, commit, change_request, outcome, reason,"
            + " exit_code, signal, may_fail, steps, queued, started, finished, runner, runner_group, actor, rank";
    private static final String VALUES =
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb," + " ?, ?, ?, ?, ?, ?, ?";
    private static final String INSERT = "insert into job (" + COLUMNS + ", id) values (" + VALUES + ", ?)";
    private static final String UPDATE = "update job set (" + COLUMNS + ") = (" + VALUES + ") where id = ?";

    private static Object[] arguments(FinishedJob job, long repository, String rank, UUID id) {
        return new Object[] {
            Ids.of(job.key()),
            repository,
            Text.name(job.connection()),
            Text.name(job.job().id()),
            Text.name(job.job().name()),
            Text.name(job.run().pipeline()),
            Text.name(job.run().id()),
            Text.most(Text.NAME, job.run().number()),
            job.run().attempt(),
            job.job().attempt(),
            Text.most(Text.URL, job.job().url()),
            Text.most(Text.URL, job.run().url()),
            Text.most(Text.NAME, job.run().event()),
            Text.most(Text.NAME, job.branch()),
            Text.most(Text.NAME, job.commit()),
            Text.most(Text.NAME, job.changeRequest()),
            StoredJob.word(job.outcome()),
            Text.most(Text.NAME, job.reason()),
            job.exitCode(),
            Text.most(Text.NAME, job.signal()),
            job.mayFail(),
            Text.json(job.steps()),
            job.queued(),
            job.started(),
            Rank.finished(job),
            Text.most(Text.NAME, job.runner()),
            Text.most(Text.NAME, job.runnerGroup()),
            Text.most(Text.NAME, job.actor()),
            rank,
            id
        };
    }
}
