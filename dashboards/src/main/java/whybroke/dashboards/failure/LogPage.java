package whybroke.dashboards.failure;

import java.util.List;
import whybroke.api.failure.Excerpt;
import whybroke.api.failure.FailureSummary;
import whybroke.dashboards.failure.LogView.Entry;

/**
 * A stretch of the whole tail, short enough for any browser.
 *
 * @param from index of the first entry shown, to: of the one behind the last
 * @param before a line in the stretch before, null at the start
 * @param after a line in the stretch behind, null at the end
 */
public record LogPage(
        FailureSummary summary,
        List<Entry> entries,
        int from,
        int to,
        int total,
        String kept,
        Integer before,
        Integer after) {
    static final int MOST = 2_000;

    static LogPage of(FailureSummary summary, Excerpt tail, int line) {
        List<Entry> all = LogView.all(tail, summary.line());
        int wanted = index(all, line == 0 && summary.line() != null ? summary.line() : line);
        int from = wanted / MOST * MOST;
        int to = Math.min(all.size(), from + MOST);
        return new LogPage(
                summary,
                all.subList(from, to),
                from,
                to,
                all.size(),
                Words.number(tail.keptLines()) + " of " + Words.count(tail.rawLines(), "line", "lines") + " kept, "
                        + Words.size(tail.rawBytes()) + " raw",
                from == 0 ? null : number(all, from - 1),
                to == all.size() ? null : number(all, to));
    }

    /** For people: from 1. */
    public int first() {
        return from + 1;
    }

    private static int index(List<Entry> entries, int line) {
        int last = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).cut() == null && entries.get(i).raw() > line) {
                break;
            }
            last = i;
        }
        return line <= 0 ? 0 : last;
    }

    /** The raw number at an entry, or at the nearest one before it that is a line. */
    private static Integer number(List<Entry> entries, int index) {
        for (int i = index; i >= 0; i--) {
            if (entries.get(i).cut() == null) {
                return entries.get(i).raw();
            }
        }
        return 1;
    }
}
