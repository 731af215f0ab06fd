package whybroke.api.trend;

import java.sql.SQLException;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.store.Row;
import whybroke.api.store.Sql;

/**
 * Pipeline runs, each once, by its last attempt and the time that ended.
 *
 * @param all that finished
 * @param platform of those, failed with blame {@code platform}
 * @param unknown of the others, failed with a failure that has no label
 */
record Runs(long all, long platform, long unknown) {
    static final String FINISHED = "('passed', 'failed', 'timed_out', 'system_failure', 'startup_failure')";

    static Sql of(Viewer viewer, Period period, FigureFilter filter) {
        Sql touched = new Sql("""
                        with touched as (
                            select distinct j.repository_id, j.run_id
                            from job j join repository r on r.id = j.repository_id
                            where j.finished >= ? and j.finished < ? and""", period.from(), period.to())
                .and(Visibility.of(viewer, "r"))
                .andIf(filter.repository(), "and r.name = ?");
        return touched.and("""
                ), attempts as (
                    select j.*, rank() over (partition by j.repository_id, j.run_id order by j.run_attempt desc) as place
                    from job j join touched using (repository_id, run_id)
                ), runs as (
                    select max(a.finished) as finished,
                           bool_or(coalesce(f.blame = 'platform', false)) as platform,
                           bool_or(f.id is not null and f.label is null) as unknown
                    from attempts a left join failure f on f.id = a.id
                    where a.place = 1 and not a.may_fail and a.outcome in """ + FINISHED + """

                    group by a.repository_id, a.run_id
                )
                select count(*) as all_runs, count(*) filter (where platform) as platform,
                       count(*) filter (where unknown and not platform) as unknown
                from runs where finished >= ? and finished < ?""", period.from(), period.to());
    }

    static Runs read(Row row) throws SQLException {
        return new Runs(row.count("all_runs"), row.count("platform"), row.count("unknown"));
    }
}
