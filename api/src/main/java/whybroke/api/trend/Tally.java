package whybroke.api.trend;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.store.Queries;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;

/** All counts of one period by both axes, label and blame: a few hundred rows at most. */
record Tally(List<Cell> cells) {
    static final String UNLABELLED = "unlabelled";

    record Cell(boolean mayFail, String outcome, String label, String blame, String logState, long failures) {
        static Cell read(Row row) throws SQLException {
            return new Cell(
                    row.flag("may_fail"),
                    row.text("outcome"),
                    row.text("label").isEmpty() ? UNLABELLED : row.text("label"),
                    row.text("blame"),
                    row.text("log_state"),
                    row.count("n"));
        }

        boolean isLabelled() {
            return !label.equals(UNLABELLED);
        }
    }

    static Tally of(Queries queries, Viewer viewer, Period period, FigureFilter filter) {
        Sql sql = new Sql("select n.may_fail, n.outcome, n.label, n.blame, n.log_state, sum(n.failures) as n")
                .and(counts(viewer, period, filter))
                .and("group by 1, 2, 3, 4, 5");
        return new Tally(queries.list(sql, Cell::read));
    }

    /** {@code from ... where ...} over {@code failure_count n}. */
    static Sql counts(Viewer viewer, Period period, FigureFilter filter) {
        return from("failure_count", viewer, period, filter);
    }

    static Sql from(String table, Viewer viewer, Period period, FigureFilter filter) {
        return new Sql("from " + table + " n join repository r on r.id = n.repository_id where")
                .and(Visibility.of(viewer, "r"))
                .and("and n.quarter >= ? and n.quarter < ?", period.from(), period.to())
                .andIf(filter.repository(), "and r.name = ?");
    }

    /** Failures that count in rates and hold this. */
    long count(Predicate<Cell> condition) {
        return cells.stream()
                .filter(cell -> !cell.mayFail())
                .filter(condition)
                .mapToLong(Cell::failures)
                .sum();
    }

    long failures() {
        return count(cell -> true);
    }

    long mayFail() {
        return cells.stream().filter(Cell::mayFail).mapToLong(Cell::failures).sum();
    }

    Map<String, Long> by(Function<Cell, String> axis) {
        return cells.stream()
                .filter(cell -> !cell.mayFail() && cell.failures() != 0)
                .collect(Collectors.groupingBy(axis, TreeMap::new, Collectors.summingLong(Cell::failures)));
    }
}
