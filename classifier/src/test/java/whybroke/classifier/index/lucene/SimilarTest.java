package whybroke.classifier.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.classifier.index.Failures.failure;
import static whybroke.classifier.index.Failures.id;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.classifier.index.SearchResult;

class SimilarTest {
    private static final String RESET = "npm error network read ECONNRESET while fetching left-pad from registry run ";
    private static final String COMPILE = "main.go:12:5: undefined: Frobnicate in package checkout run ";

    @TempDir
    Path path;

    @Test
    void failureOfTheSameKind_isAlike_others_areNot() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(
                    failure(1, RESET + "1111"),
                    failure(2, RESET + "2222 at 12:03"),
                    failure(3, COMPILE + "3333"),
                    failure(4, COMPILE + "4444"));

            List<SearchResult.Found> alike = similar(shelf, null);

            assertThat(alike).singleElement().satisfies(found -> {
                assertThat(found.id()).isEqualTo(id(2));
                assertThat(found.score()).isBetween(0.8f, 1f);
            });
        }
    }

    @Test
    void neighbourThatTheViewerMayNotSee_isNotShown() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            shelf.with(failure(1, RESET), failure(2, 1, "secret/repo", "infra", "rule", RESET));

            assertThat(similar(shelf, List.of("acme/shop"))).isEmpty();
            assertThat(similar(shelf, null)).hasSize(1);
        }
    }

    @Test
    void unknownFailure_orOneWithoutText_isLikeNothing() throws IOException {
        try (Shelf shelf = new Shelf(path)) {
            assertThat(similar(shelf, null)).isEmpty();

            shelf.with(failure(1, null), failure(2, null));

            assertThat(similar(shelf, null)).isEmpty();
        }
    }

    private static List<SearchResult.Found> similar(Shelf shelf, List<String> repositories) throws IOException {
        return shelf.folder.search(searcher -> new Similar(searcher, repositories).to(id(1), 10));
    }
}
