package whybroke.api.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import whybroke.api.account.Viewer;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;

/** The figures, each with what it was taken over. Of what the viewer may see, and by the provider's finish time. */
@ApplicationScoped
public class Figures {
    private static final String COUNTED =
            "Jobs, by the time they finished at their provider. Cancelled and skipped jobs are left out; failures of "
                    + "jobs that are allowed to fail are in may_fail only.";

    private final Queries queries;
    private final FigureSettings settings;
    private final Clock clock;

    Figures(Queries queries, FigureSettings settings, Clock clock) {
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    public Categories categories(Viewer viewer, Period period, FigureFilter filter) {
        Tally now = Tally.of(queries, viewer, period, filter);
        Tally before = Tally.of(queries, viewer, period.previous(), filter);
        return new Categories(
                period,
                over(viewer, period, filter, now),
                before.failures(),
                rows(now, before),
                days(viewer, period, filter));
    }

    private static List<Categories.Row> rows(Tally now, Tally before) {
        Map<String, Long> counted = now.by(Tally.Cell::label);
        Map<String, Long> previous = before.by(Tally.Cell::label);
        TreeSet<String> labels = new TreeSet<>(counted.keySet());
        labels.addAll(previous.keySet());
        return labels.stream()
                .map(label -> new Categories.Row(
                        label,
                        counted.getOrDefault(label, 0L),
                        share(counted.getOrDefault(label, 0L), now.failures()),
                        previous.getOrDefault(label, 0L),
                        share(previous.getOrDefault(label, 0L), before.failures())))
                .sorted(Comparator.comparingLong(Categories.Row::failures)
                        .reversed()
                        .thenComparing(Categories.Row::label))
                .toList();
    }

    private List<Categories.Day> days(Viewer viewer, Period period, FigureFilter filter) {
        Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
        period.days().forEach(day -> days.put(day, new TreeMap<>()));
        Sql sql = new Sql(
                        "select (n.quarter at time zone ?)::date as day, n.label, sum(n.failures) as n",
                        period.zone().getId())
                .and(Tally.counts(viewer, period, filter))
                .and("and not n.may_fail group by 1, 2 having sum(n.failures) <> 0");
        queries.list(sql, row -> {
            String label = row.text("label").isEmpty() ? Tally.UNLABELLED : row.text("label");
            return days.get(row.day("day")).put(label, row.count("n"));
        });
        return days.entrySet().stream()
                .map(day -> new Categories.Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** @param limit 1 to 100 */
    public TopCauses causes(Viewer viewer, Period period, FigureFilter filter, int limit) {
        Tally now = Tally.of(queries, viewer, period, filter);
        long failures = now.failures();
        return new TopCauses(
                period,
                over(viewer, period, filter, now),
                queries.list(CauseFigures.top(viewer, period, filter, limit), row -> CauseFigures.read(row, failures)));
    }

    public Coverage coverage(Viewer viewer, Period period, FigureFilter filter) {
        Tally tally = Tally.of(queries, viewer, period, filter);
        Denominators over = over(viewer, period, filter, tally);
        Runs runs = queries.first(Runs.of(viewer, period, filter), Runs::read).orElseThrow();
        return CoverageFigures.of(period, over, tally, runs);
    }

    private Denominators over(Viewer viewer, Period period, FigureFilter filter, Tally tally) {
        Sql sql = new Sql("select coalesce(sum(n.jobs), 0) as n")
                .and(Tally.from("job_count", viewer, period, filter))
                .and("and not n.may_fail and n.outcome in")
                .and(Runs.FINISHED);
        long jobs = queries.first(sql, row -> row.count("n")).orElseThrow();
        return new Denominators(
                jobs,
                tally.failures(),
                tally.by(Tally.Cell::logState),
                tally.by(Tally.Cell::outcome),
                tally.mayFail(),
                COUNTED);
    }

    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** {@code 30d}, the last 30 days of the reporting zone. */
    public Period lastDays(int days) {
        return Period.lastDays(days, clock.instant(), settings.zone());
    }
}
