package whybroke.dashboards.cause;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whybroke.api.Page;
import whybroke.api.account.Viewer;
import whybroke.api.cause.CauseDetail;
import whybroke.api.cause.CauseSummary;
import whybroke.api.cause.CauseTrend;
import whybroke.api.cause.Causes;
import whybroke.api.failure.FailureFilter;
import whybroke.api.failure.Failures;
import whybroke.api.trend.Figures;
import whybroke.api.trend.Period;
import whybroke.dashboards.cause.CauseList.Tab;
import whybroke.dashboards.chart.Bars;
import whybroke.dashboards.failure.FailureList;
import whybroke.dashboards.failure.Words;
import whybroke.dashboards.page.Shells;
import whybroke.dashboards.text.Remedy;
import whybroke.dashboards.text.Times;
import whybroke.rules.Label;

/** Asks for causes and puts them into words. */
@ApplicationScoped
class CauseViews {
    private static final int ROWS = 50;
    private static final int RECENT = 10;
    private static final int CHART_DAYS = 90;
    private static final String UNLABELLED = "unlabelled";

    @Inject
    Causes causes;

    @Inject
    Failures failures;

    @Inject
    Figures figures;

    @Inject
    Shells shells;

    CauseList list(Viewer viewer, CauseQuery query) {
        Period period = figures.lastDays(query.days());
        Page<CauseSummary> page = causes.page(viewer, query.filter(period), query.cursor(), ROWS);
        Times times = shells.times();
        return new CauseList(
                query,
                tabs(query),
                page.items().stream().map(cause -> row(cause, times)).toList(),
                "Failures of the last " + Words.count(query.days(), "day", "days")
                        + " that you may see, most first, by the time the job ended.",
                page.next() == null ? null : query.link(query.label(), page.next()));
    }

    private static List<Tab> tabs(CauseQuery query) {
        Stream<Tab> labels = Arrays.stream(Label.values())
                .map(label -> new Tab(
                        label.word(),
                        query.link(label.word(), null),
                        label.word().equals(query.label())));
        return Stream.of(
                        Stream.of(new Tab("All", query.link(null, null), query.label() == null)),
                        labels,
                        Stream.of(new Tab(UNLABELLED, query.link("none", null), "none".equals(query.label()))))
                .flatMap(tabs -> tabs)
                .toList();
    }

    private static CauseList.Row row(CauseSummary cause, Times times) {
        return new CauseList.Row(cause, label(cause), times.when(cause.first()), times.when(cause.last()));
    }

    Optional<CauseView> one(Viewer viewer, long id) {
        Period period = figures.lastDays(CHART_DAYS);
        return causes.one(viewer, id, period).map(detail -> view(viewer, detail, period));
    }

    private CauseView view(Viewer viewer, CauseDetail detail, Period period) {
        CauseSummary cause = detail.summary();
        Times times = shells.times();
        List<Bars.Day> days = causes.trend(viewer, cause.id(), period).map(CauseTrend::days).stream()
                .flatMap(List::stream)
                .map(day -> new Bars.Day(day.day(), day.failures()))
                .toList();
        return new CauseView(
                detail,
                label(cause),
                Words.count(cause.failures(), "failure", "failures") + " in "
                        + Words.count(cause.repositories(), "repository", "repositories") + " in the last " + CHART_DAYS
                        + " days.",
                times.when(cause.first()),
                times.when(cause.last()),
                detail.remedy() == null ? null : Remedy.html(detail.remedy().markdown()),
                Bars.chart(days),
                detail.where().stream()
                        .map(place -> new CauseView.Place(place, times.when(place.last())))
                        .toList(),
                failures.page(viewer, FailureFilter.ofCause(cause.id()), null, RECENT).items().stream()
                        .map(failure -> FailureList.Row.of(failure, times.when(failure.finished())))
                        .toList());
    }

    private static String label(CauseSummary cause) {
        return cause.label() == null ? UNLABELLED : cause.label().word();
    }
}
