package whybroke.classifier.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whybroke.classifier.index.Failures.failure;
import static whybroke.classifier.index.Failures.id;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.SearchResult;

class HitsTest {
    @TempDir
    Path path;

    private Shelf shelf;

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf(path);
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
    }

    @ParameterizedTest
    @CsvSource({
        "err_pnpm_no_matching, true",
        "ERR_PNPM_NO_MATCHING, true",
        "pnpm, true",
        "pnpm_no, true",
        "ERR_PN*, true",
        "pnp*, true",
        "no_pnpm_yes, false",
        "nullpointerexception, true",
        "NullPointer, true",
        "pointer, true",
        "3.14.0, true",
        "3.14, true",
        "/srv/app/main.go, true",
        "app/main, true",
        "app/srv, false",
        "'\"not resolve host\"', true",
        "'\"resolve not\"', false",
        "solve, false"
    })
    void token_isFoundWholeAndInParts(String query, boolean found) throws IOException {
        shelf.with(failure(1, """
                code ERR_PNPM_NO_MATCHING for lib 3.14.0
                java.lang.NullPointerException at /srv/app/main.go:12
                Could not resolve host"""));

        assertThat(shelf.ids(query)).hasSize(found ? 1 : 0);
    }

    @Test
    void conditions_mustAllHold_andOneNameTwiceMeansEither() throws IOException {
        shelf.with(
                failure(1, 1, "acme/shop", "infra", "rule", "disk full"),
                failure(2, 1, "acme/till", "app", "person", "disk slow"),
                failure(3, 1, "other/shop", null, null, "disk full"));

        assertThat(shelf.ids("disk repo:acme/*")).containsExactlyInAnyOrder(hex(1), hex(2));
        assertThat(shelf.ids("label:infra label:app")).containsExactlyInAnyOrder(hex(1), hex(2));
        assertThat(shelf.ids("disk -full")).containsExactly(hex(2));
        assertThat(shelf.ids("-label:infra -label:app")).containsExactly(hex(3));
        assertThat(shelf.ids("is:unlabelled")).containsExactly(hex(3));
        assertThat(shelf.ids("is:confirmed")).containsExactly(hex(2));
        assertThat(shelf.ids("-is:unlabelled rule:network/*")).containsExactly(hex(2), hex(1));
        assertThat(shelf.ids("fingerprint:000000000000000")).hasSize(3);
        assertThat(shelf.ids("since:2026-11-20T12:02:00Z until:2026-11-20T12:03:00Z"))
                .containsExactly(hex(2));
    }

    @Test
    void withoutWords_newestComeFirst() throws IOException {
        shelf.with(failure(2, "b"), failure(1, "a"), failure(3, "c"));

        assertThat(shelf.ids("")).containsExactly(hex(3), hex(2), hex(1));
    }

    @Test
    void decidingLine_outweighsTheRest() throws IOException {
        shelf.with(failure(1, "disk full\nthen much\nmore"), failure(2, "something else\ndisk disk disk full\nmore"));

        assertThat(shelf.ids("full")).containsExactly(hex(1), hex(2));
    }

    @Test
    void viewer_seesOnlyHisRepositories() throws IOException {
        shelf.with(
                failure(1, 1, "acme/shop", "infra", "rule", "disk full"),
                failure(2, 1, "acme/Shop", "infra", "rule", "disk full"));

        SearchResult seen = shelf.page("disk", List.of("acme/shop"), 10, null);

        assertThat(seen.hits()).extracting(SearchResult.Found::id).containsExactly(id(1));
        assertThat(seen.total()).isEqualTo(1);
        assertThat(seen.facets().get("repository")).isEqualTo(Map.of("acme/shop", 1L));
        assertThat(shelf.page("disk", List.of(), 10, null).total()).isZero();
        assertThat(shelf.page("disk", null, 10, null).total()).isEqualTo(2);
    }

    @Test
    void facets_countAllHitsNotOnlyThePage() throws IOException {
        shelf.with(
                failure(1, 1, "acme/a", "infra", "rule", "x1"),
                failure(2, 1, "acme/a", "app", "rule", "x1"),
                failure(3, 1, "acme/b", "app", "rule", "x1"),
                failure(4, 1, "acme/b", null, null, "x1"));

        SearchResult page = shelf.page("x1", null, 1, null);

        assertThat(page.hits()).hasSize(1);
        assertThat(page.facets().get("label")).isEqualTo(Map.of("app", 2L, "infra", 1L, "unlabelled", 1L));
        assertThat(page.facets().get("repository")).isEqualTo(Map.of("acme/a", 2L, "acme/b", 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "disk", "label:infra"})
    void pages_holdEveryHitOnce_whileOthersArrive(String query) throws IOException {
        shelf.with(IntStream.range(0, 25).mapToObj(i -> failure(i, "disk full")).toArray(IndexedFailure[]::new));

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            SearchResult page = shelf.page(query, null, 10, cursor);
            page.hits().forEach(found -> seen.add(found.id().hex()));
            cursor = page.next();
            if (query.isEmpty()) {
                shelf.with(failure(100 + seen.size(), "disk full"));
            }
        } while (cursor != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "AAAA", "MCAwIDAgeA", "4pi6", "////"})
    void foreignCursor_isRefusedInWords(String cursor) {
        assertThatThrownBy(() -> shelf.page("disk", null, 10, cursor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("start again without a cursor");
    }

    @Test
    void cursorOfAnotherQuery_isRefused() throws IOException {
        shelf.with(failure(1, "disk"), failure(2, "disk"));
        String cursor = shelf.page("disk", null, 1, null).next();

        assertThatThrownBy(() -> shelf.page("full", null, 1, cursor)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fragments_areEscapedLines() throws IOException {
        shelf.with(failure(1, "ok\n<script>alert(1)</script>"));

        assertThat(shelf.page("alert", null, 1, null).hits().getFirst().fragments())
                .containsExactly("&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;");
    }

    @Test
    void withoutWords_theDecidingLineIsShown() throws IOException {
        shelf.with(failure(1, "<b>disk full\nmore"));

        assertThat(shelf.page("label:infra", null, 1, null).hits().getFirst().fragments())
                .containsExactly("&lt;b&gt;disk full");
    }

    @ParameterizedTest
    @Timeout(10)
    @ValueSource(
            strings = {
                "(((((((((",
                "a AND OR NOT b",
                "/.*.*.*.*/",
                "text:[* TO *]",
                "aa* bb* cc* dd* ee* ff*",
                "~~~a~2",
                "\"a b\"~1000000",
                "{!lucene}x",
                "a\\",
                "' or 1=1 --",
                "\u202e\ud83d\ude00 \ud83d",
                "-a -b -c -d",
                "wo*rd",
                "0*0"
            })
    void hostileQuery_isAnsweredOrRefusedInWords(String query) throws IOException {
        shelf.with(IntStream.range(0, 200)
                .mapToObj(i -> failure(i, "aa" + i + " bb" + i + " cc" + i + " word" + i))
                .toArray(IndexedFailure[]::new));

        try {
            assertThat(shelf.page(query, null, 10, null)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("at character ");
        }
    }

    private static String hex(int number) {
        return id(number).hex();
    }
}
