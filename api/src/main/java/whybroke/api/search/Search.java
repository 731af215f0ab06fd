package whybroke.api.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import whybroke.api.account.Viewer;
import whybroke.api.account.Visibility;
import whybroke.api.failure.FailureSummary;
import whybroke.api.failure.Failures;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.classifier.index.FailureIndex;
import whybroke.classifier.index.SearchResult;
import whybroke.ingest.FailureId;

/** Search over tails, and what is like a failure. */
@ApplicationScoped
public class Search {
    private final Instance<FailureIndex> index;
    private final Failures failures;
    private final Queries queries;

    Search(Instance<FailureIndex> index, Failures failures, Queries queries) {
        this.index = index;
        this.failures = failures;
        this.queries = queries;
    }

    /**
     * @param query people's words: {@code label:infra repo:acme/* "could not resolve"}
     * @throws IllegalArgumentException with a sentence for people when the query or the cursor cannot be read
     */
    public SearchPage find(Viewer viewer, String query, String cursor, int limit) {
        SearchResult found = index.get().search(query, names(viewer), limit, cursor);
        return new SearchPage(hits(viewer, found.hits()), found.total(), found.next(), found.facets(), found.indexed());
    }

    /** Failures with alike tails, best first; none when the viewer may not see the one asked about. */
    public List<SearchPage.Hit> similar(Viewer viewer, FailureId id, int limit) {
        return failures.summary(viewer, id)
                .map(summary -> hits(viewer, index.get().similar(id, names(viewer), limit)))
                .orElse(List.of());
    }

    /** PostgreSQL has the last word on who may see what: the index may be a moment behind. */
    private List<SearchPage.Hit> hits(Viewer viewer, List<SearchResult.Found> found) {
        Map<FailureId, FailureSummary> visible =
                failures
                        .these(
                                viewer,
                                found.stream().map(SearchResult.Found::id).toList())
                        .stream()
                        .collect(Collectors.toMap(FailureSummary::id, Function.identity(), (one, same) -> one));
        return found.stream()
                .filter(hit -> visible.containsKey(hit.id()))
                .map(hit -> new SearchPage.Hit(visible.get(hit.id()), hit.score(), hit.fragments()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The index knows repositories by name, and two CI systems may use one name: it counts only when the viewer may see
     * all of that name, so that totals and facets tell nothing either.
     */
    private Collection<String> names(Viewer viewer) {
        if (viewer.admin()) {
            return null;
        }
        Sql sql = new Sql("select r.name from repository r group by r.name having bool_and(coalesce(")
                .and(Visibility.of(viewer, "r"))
                .and(", false))");
        return queries.list(sql, row -> row.text("name"));
    }
}
