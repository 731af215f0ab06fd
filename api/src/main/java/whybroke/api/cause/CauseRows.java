package whybroke.api.cause;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;
import whybroke.api.trend.Period;
import whybroke.rules.Label;

/** The statement and the reading behind every {@link CauseSummary}. */
final class CauseRows {
    private CauseRows() {}

    /** Causes with what they counted in the period; conditions are appended with {@code and}. */
    static Sql counted(Viewer viewer, Period period, String repository) {
        Sql sql = new Sql("""
                        with s as (
                            select f.cause_id, count(*) as failures, count(distinct f.repository_id) as repositories
                            from failure f join repository r on r.id = f.repository_id
                            where f.cause_id is not null and f.finished >= ? and f.finished < ? and""", period.from(), period.to())
                .and(Visibility.of(viewer, "r"))
                .andIf(repository, "and r.name = ?")
                .and("group by f.cause_id)");
        return select(sql, viewer)
                .and("from s join cause c on c.id = s.cause_id")
                .and(joins(viewer));
    }

    /** One cause, also when nothing happened in the period. */
    static Sql one(Viewer viewer, long id, Period period) {
        Sql sql = new Sql("""
                        with s as (
                            select count(*) as failures, count(distinct f.repository_id) as repositories
                            from failure f join repository r on r.id = f.repository_id
                            where f.cause_id = ? and f.finished >= ? and f.finished < ? and""", id, period.from(), period.to())
                .and(Visibility.of(viewer, "r"))
                .and(")");
        return select(sql, viewer)
                .and("from s cross join cause c")
                .and(joins(viewer))
                .and("and c.id = ?", id);
    }

    private static Sql select(Sql with, Viewer viewer) {
        return with.and("""
                select c.id, c.title, c.label, c.rule, own.name as scope, c.state, s.failures, s.repositories,
                       ever.first, ever.last, c.version""");
    }

    private static Sql joins(Viewer viewer) {
        return new Sql("""
                        left join repository own on own.id = c.repository_id
                        cross join lateral (
                            select min(f.finished) as first, max(f.finished) as last
                            from failure f join repository r on r.id = f.repository_id
                            where f.cause_id = c.id and""").and(Visibility.of(viewer, "r")).and(") as ever where ever.last is not null");
    }

    static void conditions(Sql sql, CauseFilter filter) {
        if ("none".equals(filter.label())) {
            sql.and("and c.label is null");
        } else {
            sql.andIf(filter.label(), "and c.label = ?");
        }
        sql.andIf(filter.state(), "and c.state = ?");
        sql.andIf(filter.q() == null ? null : Sql.anywhere(filter.q().strip()), "and c.title ilike ?");
    }

    static CauseSummary read(Row row) throws SQLException {
        return new CauseSummary(
                row.count("id"),
                row.text("title"),
                row.word("label", Label::of),
                row.text("rule"),
                row.text("scope"),
                row.text("state"),
                row.count("failures"),
                row.count("repositories"),
                row.time("first"),
                row.time("last"),
                row.number("version"));
    }

    static Map<String, String> captures(Row row) throws SQLException {
        Map<String, String> captures = new TreeMap<>();
        row.json("captures", Map.class)
                .forEach((name, value) -> captures.put(String.valueOf(name), String.valueOf(value)));
        return captures;
    }
}
