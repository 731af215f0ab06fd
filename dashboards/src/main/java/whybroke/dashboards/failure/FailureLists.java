package whybroke.dashboards.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whybroke.api.Page;
import whybroke.api.account.Viewer;
import whybroke.api.failure.FailureFilter;
import whybroke.api.failure.FailureSummary;
import whybroke.api.failure.Failures;
import whybroke.api.trend.Categories;
import whybroke.api.trend.FigureFilter;
import whybroke.api.trend.Figures;
import whybroke.api.trend.Period;
import whybroke.dashboards.failure.FailureList.Axes;
import whybroke.dashboards.failure.FailureList.Part;
import whybroke.dashboards.failure.FailureList.Row;
import whybroke.dashboards.failure.FailureList.Tab;
import whybroke.dashboards.page.Shells;
import whybroke.dashboards.text.Times;
import whybroke.rules.Label;

/** Asks for a page of failures and for the counts above it. */
@ApplicationScoped
class FailureLists {
    private static final int ROWS = 50;
    private static final int COUNTED = 10_000;

    @Inject
    Failures failures;

    @Inject
    Figures figures;

    @Inject
    Shells shells;

    FailureList list(Viewer viewer, ListQuery query) {
        Period period = figures.lastDays(query.days());
        FailureFilter filter = query.filter(period);
        Page<FailureSummary> page = failures.page(viewer, filter, query.cursor(), ROWS);
        Categories categories = countable(query) ? categories(viewer, period, query.repository()) : null;
        Times times = shells.times();
        return new FailureList(
                query,
                tabs(query, categories),
                categories == null ? null : axes(categories),
                page.items().stream()
                        .map(row -> Row.of(row, times.when(row.finished())))
                        .toList(),
                count(failures.count(viewer, filter)),
                page.next() == null ? null : query.after(page.next()));
    }

    private Categories categories(Viewer viewer, Period period, String repository) {
        return figures.categories(viewer, period, new FigureFilter(repository));
    }

    /** Counts are kept per repository: other filters have none, and a wrong number is worse than no number. */
    private static boolean countable(ListQuery query) {
        boolean oneRepository =
                query.repository() == null || !query.repository().contains("*");
        return oneRepository
                && Stream.of(query.job(), query.branch(), query.q(), query.state(), query.cause())
                        .allMatch(java.util.Objects::isNull);
    }

    private static String count(long count) {
        return count >= COUNTED ? "more than 10,000 failures" : Words.count(count, "failure", "failures");
    }

    private static List<Tab> tabs(ListQuery query, Categories categories) {
        Stream<Tab> labels = Arrays.stream(Label.values())
                .map(label -> tab(query, label.word(), label.word(), number(categories, label.word())));
        String all = categories == null ? null : Words.number(sum(categories));
        return Stream.of(
                        Stream.of(tab(query, "all", "All", all)),
                        labels,
                        Stream.of(tab(query, "none", Answer.UNLABELLED, number(categories, Answer.UNLABELLED))))
                .flatMap(tabs -> tabs)
                .toList();
    }

    private static Tab tab(ListQuery query, String label, String words, String number) {
        String current = query.label() == null ? "all" : query.label();
        return new Tab(label, words, number, query.with(label), current.equals(label));
    }

    private static long sum(Categories categories) {
        return categories.rows().stream().mapToLong(Categories.Row::failures).sum();
    }

    private static String number(Categories categories, String label) {
        if (categories == null) {
            return null;
        }
        return Words.number(categories.rows().stream()
                .filter(row -> row.label().equals(label))
                .mapToLong(Categories.Row::failures)
                .sum());
    }

    private static Axes axes(Categories categories) {
        return new Axes(
                parts(categories.over().byLogState()),
                parts(categories.over().byOutcome()),
                categories.over().counted());
    }

    private static List<Part> parts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> new Part(entry.getKey(), Words.number(entry.getValue())))
                .toList();
    }
}
