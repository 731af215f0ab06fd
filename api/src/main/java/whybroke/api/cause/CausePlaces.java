package whybroke.api.cause;

import java.sql.SQLException;
import java.util.List;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.failure.FailureDetail.Day;
import whybroke.api.store.Queries;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;
import whybroke.api.trend.Period;

/** Where and when a cause struck. */
final class CausePlaces {
    private CausePlaces() {}

    private static Sql failures(Sql select, Viewer viewer, long cause) {
        return select.and("""
                        from failure f
                        join repository r on r.id = f.repository_id
                        join job j on j.id = f.id
                        where f.cause_id = ? and""", cause).and(Visibility.of(viewer, "r"));
    }

    static Sql where(Viewer viewer, long cause, Period period) {
        Sql select = new Sql("""
                select r.name as repository, j.name as job, count(*) as failures, max(f.finished) as last,
                       (array_agg(j.commit order by f.finished desc, f.id desc))[1] as commit,
                       (array_agg(f.id order by f.finished desc, f.id desc))[1] as failure""");
        return failures(select, viewer, cause)
                .and("and f.finished >= ? and f.finished < ?", period.from(), period.to())
                .and("group by r.id, r.name, j.name order by 3 desc, 1, 2 limit 50");
    }

    static CauseDetail.Place readPlace(Row row) throws SQLException {
        return new CauseDetail.Place(
                row.text("repository"),
                row.text("job"),
                row.count("failures"),
                row.text("commit"),
                row.time("last"),
                row.failure("failure"));
    }

    static Sql example(Viewer viewer, long cause) {
        Sql select = new Sql("select f.id, r.name as repository, f.finished, f.raw_line, f.evidence");
        return failures(select, viewer, cause).and("order by f.finished desc, f.id desc limit 1");
    }

    static CauseDetail.Example readExample(Row row) throws SQLException {
        return new CauseDetail.Example(
                row.failure("id"),
                row.text("repository"),
                row.time("finished"),
                row.numberOrNull("raw_line"),
                row.text("evidence"));
    }

    static List<Day> days(Queries queries, Viewer viewer, long cause, Period period) {
        Sql select = new Sql(
                "select (f.finished at time zone ?)::date as day, count(*) as n",
                period.zone().getId());
        Sql sql = failures(select, viewer, cause)
                .and("and f.finished >= ? and f.finished < ? group by 1", period.from(), period.to());
        return Day.each(period.days(), queries.list(sql, Day::read));
    }
}
