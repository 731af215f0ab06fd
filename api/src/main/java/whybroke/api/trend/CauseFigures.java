package whybroke.api.trend;

import java.sql.SQLException;
import whybroke.api.account.Viewer;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;
import whybroke.rules.Label;

/** The largest causes of a period, from counts. */
final class CauseFigures {
    private CauseFigures() {}

    static Sql top(Viewer viewer, Period period, FigureFilter filter, int limit) {
        return new Sql("with now as (")
                .and(counted(viewer, period, filter))
                .and("), earlier as (")
                .and(counted(viewer, period.previous(), filter))
                .and("""
                        )
                        select c.id, c.title, c.label, c.rule, now.n, coalesce(earlier.n, 0) as previous
                        from now join cause c on c.id = now.cause_id
                        left join earlier on earlier.cause_id = now.cause_id
                        order by now.n desc, c.id desc limit ?""", limit);
    }

    private static Sql counted(Viewer viewer, Period period, FigureFilter filter) {
        return new Sql("select n.cause_id, sum(n.failures) as n")
                .and(Tally.counts(viewer, period, filter))
                .and("and not n.may_fail and n.cause_id <> 0 group by n.cause_id having sum(n.failures) > 0");
    }

    static TopCauses.Row read(Row row, long failures) throws SQLException {
        long counted = row.count("n");
        return new TopCauses.Row(
                row.count("id"),
                row.text("title"),
                row.word("label", Label::of),
                row.text("rule"),
                counted,
                Figures.share(counted, failures),
                row.count("previous"));
    }
}
