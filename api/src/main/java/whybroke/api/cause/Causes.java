package whybroke.api.cause;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import whybroke.api.Page;
import whybroke.api.account.Viewer;
import whybroke.api.failure.FailureDetail.Remedy;
import whybroke.api.rule.ActiveLibrary;
import whybroke.api.store.Cursor;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.api.trend.Period;

/**
 * Questions about causes. A cause without a failure that the viewer may see does not exist for them; failures of jobs
 * that are allowed to fail count here, unlike in rates.
 */
@ApplicationScoped
public class Causes {
    private final Queries queries;
    private final ActiveLibrary library;

    Causes(Queries queries, ActiveLibrary library) {
        this.queries = queries;
        this.library = library;
    }

    /** Most failures in the period first. */
    public Page<CauseSummary> page(Viewer viewer, CauseFilter filter, String cursor, int limit) {
        Sql sql = CauseRows.counted(viewer, filter.period(), filter.repository());
        CauseRows.conditions(sql, filter);
        if (cursor != null) {
            Cursor after = Cursor.of(cursor);
            sql.and("and (s.failures, c.id) < (?, ?)", after.key(), number(after.id()));
        }
        sql.and("order by s.failures desc, c.id desc limit ?", limit + 1);
        return Page.of(queries.list(sql, CauseRows::read), limit, Causes::cursor);
    }

    private static String cursor(CauseSummary last) {
        return new Cursor(last.failures(), Long.toString(last.id())).opaque();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the cursor belongs to another list", e);
        }
    }

    public Optional<CauseDetail> one(Viewer viewer, long id, Period period) {
        return queries.first(CauseRows.one(viewer, id, period), CauseRows::read)
                .map(summary -> detail(viewer, summary, period));
    }

    private CauseDetail detail(Viewer viewer, CauseSummary summary, Period period) {
        Remedy remedy = library.rule(summary.rule()).map(Remedy::of).orElse(null);
        List<String> fingerprints = queries.list(
                new Sql("select hash from fingerprint where cause_id = ? order by hash limit 100", summary.id()),
                row -> row.text("hash"));
        return queries.first(
                        new Sql("select captures, template from cause where id = ?", summary.id()),
                        row -> new CauseDetail(
                                summary,
                                CauseRows.captures(row),
                                row.text("template"),
                                fingerprints,
                                remedy,
                                queries.list(CausePlaces.where(viewer, summary.id(), period), CausePlaces::readPlace),
                                queries.first(CausePlaces.example(viewer, summary.id()), CausePlaces::readExample)
                                        .orElse(null)))
                .orElseThrow();
    }

    public Optional<CauseTrend> trend(Viewer viewer, long id, Period period) {
        return queries.first(CauseRows.one(viewer, id, period), CauseRows::read).map(summary -> {
            var days = CausePlaces.days(queries, viewer, id, period);
            long failures = days.stream().mapToLong(day -> day.failures()).sum();
            return new CauseTrend(id, period, failures, days);
        });
    }
}
