package whybroke.classifier.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final String LOG = IntStream.range(0, 200)
            .mapToObj(i -> i == 100 ? "fatal: no space" : "line" + Character.toString('a' + i % 26) + " says")
            .collect(Collectors.joining("\n"));

    @Test
    void decisiveLine_isInTheMiddle() {
        assertThat(Window.of(LOG, "fatal: no space").lines())
                .hasSize(31)
                .element(15)
                .isEqualTo("fatal no space");
    }

    @Test
    void decisiveLineCutShort_isFoundByItsBeginning() {
        assertThat(Window.of(LOG, "fatal: no").lines()).hasSize(31);
    }

    @Test
    void withoutADecisiveLine_itIsTheEnd() {
        assertThat(Window.of(LOG, null).lines()).hasSize(40);
    }

    @Test
    void whatVariesFromRunToRun_isLeftOut() {
        assertThat(Window.of("E404 at 12:03:11 for commit 8d85790ab", null)).isEqualTo("E404 at for commit");
    }

    @Test
    void withoutALog_itIsTheFact() {
        assertThat(Window.of(null, "no runner matched")).isEqualTo("no runner matched");
        assertThat(Window.of(null, null)).isEmpty();
    }
}
