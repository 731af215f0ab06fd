package whybroke.api.failure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.failure.FailureDetail.Day;
import whybroke.api.failure.FailureDetail.SeenBefore;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.api.trend.FigureSettings;

/** "Seen before": of the same cause, and of what the viewer may see. */
@ApplicationScoped
class SeenCounts {
    private static final int DAYS = 14;

    private final Queries queries;
    private final FigureSettings settings;
    private final Clock clock;

    SeenCounts(Queries queries, FigureSettings settings, Clock clock) {
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    SeenBefore of(Viewer viewer, FailureSummary failure) {
        Sql sql = new Sql("""
                select count(*) filter (where (f.finished, f.id) < (?, ?)) as before,
                       count(distinct f.repository_id) as repositories,
                       min(f.finished) as first,
                       max(f.finished) filter (where f.id <> ?) as last""", failure.finished(), failure.id(), failure.id());
        List<Day> days = days(viewer, failure);
        return queries.first(
                        sql.and(same(viewer, failure)),
                        row -> new SeenBefore(
                                row.count("before"),
                                row.count("repositories"),
                                row.time("first"),
                                row.time("last"),
                                days))
                .orElseThrow();
    }

    private List<Day> days(Viewer viewer, FailureSummary failure) {
        ZoneId zone = settings.zone();
        LocalDate first = LocalDate.ofInstant(clock.instant(), zone).minusDays(DAYS - 1L);
        Instant since = first.atStartOfDay(zone).toInstant();
        Sql sql = new Sql("select (f.finished at time zone ?)::date as day, count(*) as n", zone.getId())
                .and(same(viewer, failure))
                .and("and f.finished >= ? group by 1", since);
        List<LocalDate> days = first.datesUntil(first.plusDays(DAYS)).toList();
        return Day.each(days, queries.list(sql, Day::read));
    }

    /** By cause; by fingerprint while there is no cause; else only itself. */
    private static Sql same(Viewer viewer, FailureSummary failure) {
        Sql sql = new Sql("from failure f join repository r on r.id = f.repository_id where")
                .and(Visibility.of(viewer, "r"));
        if (failure.cause() != null) {
            return sql.and("and f.cause_id = ?", failure.cause().id());
        }
        return failure.fingerprint() == null
                ? sql.and("and f.id = ?", failure.id())
                : sql.and("and f.fingerprint = ?", failure.fingerprint());
    }
}
