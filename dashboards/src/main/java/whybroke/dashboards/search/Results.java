package whybroke.dashboards.search;

import io.quarkus.qute.RawString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import whybroke.api.search.SearchPage;
import whybroke.dashboards.failure.FailureList;
import whybroke.dashboards.failure.Words;
import whybroke.dashboards.text.Fragment;
import whybroke.dashboards.text.Times;

/**
 * What a search found, or why it did not.
 *
 * @param query as it was typed
 * @param trouble why there is no answer, null when there is one
 * @param building how far the index is, null when it is complete
 * @param next address of the following page, null at the end
 */
public record Results(
        String query, String trouble, String total, List<Row> rows, List<Facet> facets, String building, String next) {
    public record Row(FailureList.Row row, List<RawString> fragments) {}

    public record Facet(String name, List<Value> values) {
        public String title() {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }

    public record Value(String text, long count, String href) {}

    static Results nothingAsked() {
        return trouble("", "Type words of a log, or paste the link of a red job.");
    }

    static Results unknownLink(String link) {
        return trouble(
                link,
                "We do not know a failed job with this link. It may have passed, belong to a repository that you may"
                        + " not see, or its CI system may not be connected yet.");
    }

    static Results unreadable(String query, String why) {
        return trouble(query, "This query cannot be read: " + why);
    }

    private static Results trouble(String query, String sentence) {
        return new Results(query, sentence, null, List.of(), List.of(), null, null);
    }

    static Results of(String query, SearchPage page, Times times) {
        return new Results(
                query,
                null,
                page.total() >= 10_000 ? "more than 10,000 failures" : Words.count(page.total(), "failure", "failures"),
                page.hits().stream().map(hit -> row(hit, times)).toList(),
                page.facets().entrySet().stream()
                        .map(facet -> facet(query, facet))
                        .filter(facet -> !facet.values().isEmpty())
                        .toList(),
                building(page.indexed()),
                page.next() == null ? null : link(query) + "&cursor=" + encode(page.next()));
    }

    private static Row row(SearchPage.Hit hit, Times times) {
        return new Row(
                FailureList.Row.of(hit.failure(), times.when(hit.failure().finished())),
                hit.fragments().stream().map(Fragment::html).toList());
    }

    private static Facet facet(String query, Map.Entry<String, Map<String, Long>> facet) {
        return new Facet(
                facet.getKey(),
                facet.getValue().entrySet().stream()
                        .map(value -> new Value(
                                value.getKey(), value.getValue(), narrowed(query, facet.getKey(), value.getKey())))
                        .toList());
    }

    private static String narrowed(String query, String facet, String value) {
        String field = facet.equals("repository") ? "repo" : facet;
        String term = value.matches("[\\w./*-]+") ? value : '"' + value.replace("\"", "") + '"';
        return link(query + " " + field + ":" + term);
    }

    private static String building(double indexed) {
        return indexed >= 1 ? null : "The index is " + (int) Math.floor(indexed * 100) + "% built";
    }

    private static String link(String query) {
        return "/search?q=" + encode(query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String title() {
        return query.isEmpty() ? "Search" : "Search: " + query;
    }
}
