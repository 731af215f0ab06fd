package whybroke.api.failure;

import java.util.Arrays;
import java.util.List;
import whybroke.api.store.Sql;

/** A {@link FailureFilter} as SQL over the aliases of {@link SummaryRows#FROM}. */
final class Conditions {
    /** More words than this say nothing more. */
    private static final int MOST_WORDS = 8;

    private Conditions() {}

    static Sql of(FailureFilter filter) {
        Sql sql = new Sql("");
        label(sql, filter.label());
        repository(sql, filter.repository());
        sql.andIf(filter.branch(), "and j.branch = ?");
        sql.andIf(filter.job(), "and j.name = ?");
        sql.andIf(filter.outcome() == null ? null : filter.outcome().word(), "and f.outcome = ?");
        sql.andIf(filter.logState() == null ? null : filter.logState().word(), "and f.log_state = ?");
        sql.andIf(filter.cause(), "and f.cause_id = ?");
        sql.andIf(filter.since(), "and f.finished >= ?");
        sql.andIf(filter.until(), "and f.finished < ?");
        words(filter.q())
                .forEach(word -> sql.and(
                        "and concat_ws(' ', j.name, r.name, j.branch, f.evidence) ilike ?", Sql.anywhere(word)));
        return sql;
    }

    private static void label(Sql sql, String label) {
        if ("none".equals(label)) {
            sql.and("and f.label is null");
        } else {
            sql.andIf(label, "and f.label = ?");
        }
    }

    private static void repository(Sql sql, String name) {
        if (name != null && name.endsWith("*")) {
            sql.and("and r.name like ?", Sql.literally(name.substring(0, name.length() - 1)) + "%");
        } else {
            sql.andIf(name, "and r.name = ?");
        }
    }

    private static List<String> words(String q) {
        return q == null
                ? List.of()
                : Arrays.stream(q.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList();
    }
}
