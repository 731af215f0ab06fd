package whybroke.api.failure;

import java.sql.SQLException;
import java.util.List;
import whybroke.api.failure.FailureDetail.Facts;
import whybroke.api.failure.FailureDetail.JobRun;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;
import whybroke.rules.Label;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.StepFact;

/** Reads jobs: the failed one itself, the same job before and after, its other attempts. */
final class JobRows {
    private static final int HISTORY = 20;
    private static final int MOST_ATTEMPTS = 50;
    private static final String RUNS = """
            select j.id, j.outcome, f.label, coalesce(j.run_number, j.run_id) as run, j.attempt, j.branch, j.commit,
                   j.url, j.finished, j.id = this.id as this_one
            from job this
            join job j on""";

    private JobRows() {}

    static Sql facts(FailureId id) {
        return new Sql("""
                select j.*, r.provider, r.host from job j join repository r on r.id = j.repository_id
                where j.id = ?""", id);
    }

    /** Under its old names too. */
    static Sql history(FailureId id) {
        return new Sql(RUNS).and("""
                        j.job_key in (select this.job_key
                                      union select a.job_key from job_alias a where a.old_key = this.job_key
                                      union select a.old_key from job_alias a where a.job_key = this.job_key)
                        left join failure f on f.id = j.id
                        where this.id = ?
                        order by j.finished desc, j.id desc limit ?""", id, HISTORY);
    }

    static Sql attempts(FailureId id) {
        return new Sql(RUNS).and("""
                        j.repository_id = this.repository_id and j.run_id = this.run_id and j.name = this.name
                        left join failure f on f.id = j.id
                        where this.id = ?
                        order by j.run_attempt, j.attempt, j.finished, j.id limit ?""", id, MOST_ATTEMPTS);
    }

    static JobRun readRun(Row row) throws SQLException {
        return new JobRun(
                row.failure("id"),
                row.constant("outcome", JobOutcome.class),
                row.word("label", Label::of),
                row.text("run"),
                row.number("attempt"),
                row.text("branch"),
                row.text("commit"),
                row.link("url"),
                row.time("finished"),
                row.flag("this_one"));
    }

    static Facts readFacts(Row row) throws SQLException {
        StepFact[] steps = row.json("steps", StepFact[].class);
        return new Facts(
                row.text("connection"),
                row.text("provider"),
                row.text("host"),
                row.text("run_id"),
                row.text("run_number"),
                row.number("run_attempt"),
                row.link("run_url"),
                row.text("event"),
                row.text("change_request"),
                row.text("actor"),
                row.constant("outcome", JobOutcome.class),
                row.text("reason"),
                row.numberOrNull("exit_code"),
                row.text("signal"),
                row.text("runner"),
                row.text("runner_group"),
                row.time("queued"),
                row.time("started"),
                row.time("finished"),
                steps == null ? List.of() : List.of(steps));
    }
}
