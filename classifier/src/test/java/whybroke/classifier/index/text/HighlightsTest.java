package whybroke.classifier.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTest {
    @Test
    void matchedWord_isMarkedInItsLine() {
        assertThat(mark("first\nCould not resolve host\nlast", "RESOLVE"))
                .containsExactly("Could not <mark>resolve</mark> host");
    }

    @Test
    void textOfTheLog_isEscaped() {
        assertThat(mark("<script>alert('x')</script> & \"more\"", "alert"))
                .containsExactly("&lt;script&gt;<mark>alert</mark>(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
    }

    @Test
    void markedTextItself_isEscaped() {
        assertThat(Highlights.of("a <b> c", List.of(new Needle(Words.of("a b c"), false))))
                .containsExactly("<mark>a &lt;b&gt; c</mark>");
    }

    @Test
    void wordInsideAnotherWord_isNotMarked() {
        assertThat(mark("restart the service", "art")).isEmpty();
    }

    @Test
    void partOfAnIdentifier_marksTheIdentifier() {
        assertThat(mark("code ERR_PNPM_NO_MATCHING", "pnpm_no"))
                .containsExactly("code <mark>ERR_PNPM_NO_MATCHING</mark>");
    }

    @Test
    void phrase_isMarkedOnlyAsAWhole() {
        assertThat(Highlights.of(
                        "could try\ncould not resolve\nnot resolve", List.of(new Needle(Words.of("could not"), false))))
                .containsExactly("<mark>could not</mark> resolve");
    }

    @Test
    void linesWithMoreOfTheQuery_comeFirstToMind() {
        String text = "disk\ndisk\ndisk\ndisk full\ndisk";
        assertThat(Highlights.of(text, List.of(needle("disk"), needle("full"))))
                .hasSize(3)
                .contains("<mark>disk</mark> <mark>full</mark>");
    }

    @Test
    void longLine_isCutRoundItsMark() {
        String line = "x ".repeat(5_000) + "needle" + " y".repeat(5_000);
        assertThat(mark(line, "needle")).singleElement().satisfies(fragment -> {
            assertThat(fragment)
                    .contains("<mark>needle</mark>")
                    .startsWith("… ")
                    .endsWith(" …");
            assertThat(fragment.length()).isLessThan(400);
        });
    }

    @Test
    void longLineOfPairs_isNeverCutInsideOne() {
        String line = "😀".repeat(500) + " needle " + "😀".repeat(500);
        assertThat(mark(line, "needle"))
                .singleElement()
                .satisfies(fragment -> assertThat(fragment.chars()
                                .filter(c -> Character.isHighSurrogate((char) c))
                                .count())
                        .isEqualTo(fragment.chars()
                                .filter(c -> Character.isLowSurrogate((char) c))
                                .count()));
    }

    private static List<String> mark(String text, String word) {
        return Highlights.of(text, List.of(needle(word)));
    }

    private static Needle needle(String word) {
        return new Needle(Words.of(word), false);
    }
}
