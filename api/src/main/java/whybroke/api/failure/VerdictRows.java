package whybroke.api.failure;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whybroke.api.failure.FailureDetail.Current;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Tier;

/** Reads the ledger. */
final class VerdictRows {
    /** A failure judged more often than this is somebody's test. */
    private static final int MOST = 200;

    private VerdictRows() {}

    static Sql current(FailureId id) {
        return new Sql(
                "select v.*, f.outcome as current from failure f join verdict v on v.id = f.verdict_id where f.id = ?",
                id);
    }

    static Sql ledger(FailureId id) {
        return new Sql("select * from verdict where failure_id = ? order by at desc, id desc limit ?", id, MOST);
    }

    static Current readCurrent(Row row) throws SQLException {
        return new Current(
                row.text("judge"),
                row.word("current", VerdictOutcome::of),
                row.word("label", Label::of),
                row.word("blame", Blame::of),
                row.text("rule"),
                row.numberOrNull("rule_version"),
                null,
                row.word("tier", Tier::of),
                row.decimalOrNull("confidence"),
                row.numberOrNull("raw_line"),
                row.text("evidence"),
                captures(row),
                row.text("fingerprint"),
                row.text("template"),
                hits(row, "candidates"),
                row.text("library"),
                row.numberOrNull("engine"),
                row.text("person"),
                row.text("reason"),
                row.time("at"));
    }

    static LedgerEntry readEntry(Row row) throws SQLException {
        return new LedgerEntry(
                row.count("id"),
                row.text("judge"),
                row.text("outcome"),
                row.word("label", Label::of),
                row.word("blame", Blame::of),
                row.text("rule"),
                row.numberOrNull("rule_version"),
                row.decimalOrNull("confidence"),
                row.numberOrNull("raw_line"),
                row.text("evidence"),
                row.text("fingerprint"),
                row.text("library"),
                row.numberOrNull("engine"),
                row.numberOrNull("fetches"),
                row.text("person"),
                row.text("reason"),
                row.time("at"),
                row.number("hit_count"),
                hits(row, "hits"));
    }

    private static List<Hit> hits(Row row, String column) throws SQLException {
        Hit[] hits = row.json(column, Hit[].class);
        return hits == null ? List.of() : List.of(hits);
    }

    private static Map<String, String> captures(Row row) throws SQLException {
        Map<String, String> captures = new TreeMap<>();
        Map<?, ?> stored = row.json("captures", Map.class);
        if (stored != null) {
            stored.forEach((name, value) -> captures.put(String.valueOf(name), String.valueOf(value)));
        }
        return captures;
    }
}
