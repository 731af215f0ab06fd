package whybroke.api.failure;

import java.sql.SQLException;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;

/** The statement and the reading behind every {@link FailureSummary}. */
final class SummaryRows {
    private static final String SELECT = """
            select f.id, r.name as repository, j.pipeline, j.name as job, j.branch, j.commit,
                   coalesce(j.run_number, j.run_id) as run, j.attempt, j.url, f.finished, f.may_fail, f.log_state,
                   f.outcome, f.label, f.judge, f.blame, f.rule, f.rule_version, f.confidence, f.raw_line, f.evidence,
                   f.fingerprint, f.cause_id, c.title as cause_title, c.state as cause_state, f.version""";
    static final String FROM = """
            from failure f
            join job j on j.id = f.id
            join repository r on r.id = f.repository_id
            left join cause c on c.id = f.cause_id
            where""";

    private SummaryRows() {}

    /** Those the viewer may see; further conditions are appended with {@code and}. */
    static Sql select(Viewer viewer) {
        return new Sql(SELECT).and(FROM).and(Visibility.of(viewer, "r"));
    }

    static FailureSummary read(Row row) throws SQLException {
        return new FailureSummary(
                row.failure("id"),
                row.text("repository"),
                row.text("pipeline"),
                row.text("job"),
                row.text("branch"),
                row.text("commit"),
                row.text("run"),
                row.number("attempt"),
                row.link("url"),
                row.time("finished"),
                row.flag("may_fail"),
                row.word("log_state", LogState::of),
                row.word("outcome", VerdictOutcome::of),
                row.word("label", Label::of),
                row.text("judge"),
                row.word("blame", Blame::of),
                row.text("rule"),
                row.numberOrNull("rule_version"),
                row.decimalOrNull("confidence"),
                row.numberOrNull("raw_line"),
                row.text("evidence"),
                row.text("fingerprint"),
                cause(row),
                row.number("version"));
    }

    private static FailureSummary.CauseRef cause(Row row) throws SQLException {
        Long id = row.countOrNull("cause_id");
        return id == null ? null : new FailureSummary.CauseRef(id, row.text("cause_title"), row.text("cause_state"));
    }
}
