package whybroke.classifier.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void identifierWithUnderscores_isOneWordWithParts() {
        assertThat(Words.of("[ERR_PNPM_NO_MATCHING]")).singleElement().satisfies(word -> {
            assertThat(word.term()).isEqualTo("err_pnpm_no_matching");
            assertThat(word.partTerms()).containsExactly("err", "pnpm", "no", "matching");
            assertThat(word.start()).isEqualTo(1);
            assertThat(word.end()).isEqualTo(21);
        });
    }

    @Test
    void camelCase_isOneWordWithParts() {
        assertThat(Words.of("NullPointerException XMLParser"))
                .extracting(Words.Word::partTerms)
                .containsExactly(java.util.List.of("null", "pointer", "exception"), java.util.List.of("xml", "parser"));
    }

    @Test
    void version_isOneWordWithParts() {
        assertThat(Words.of("commons-lang3:3.14.0."))
                .extracting(Words.Word::term)
                .containsExactly("commons", "lang3", "3.14.0");
    }

    @Test
    void path_isOneWordPerSegment() {
        assertThat(Words.of("/srv/app/main.go:12"))
                .extracting(Words.Word::term)
                .containsExactly("srv", "app", "main", "go", "12");
    }

    @Test
    void textWithoutLettersOrDigits_hasNoWords() {
        assertThat(Words.of("--- *** :: ….")).isEmpty();
    }

    @Test
    void veryLongWord_countsOnceByItsBeginning() {
        assertThat(Words.of("a".repeat(100_000) + " b"))
                .extracting(Words.Word::term)
                .containsExactly("a".repeat(128), "b");
    }

    @Test
    void loneUnderscores_makeAWordWithoutParts() {
        assertThat(Words.of("___"))
                .singleElement()
                .satisfies(word -> assertThat(word.parts()).isEmpty());
    }
}
