package whybroke.ingest.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.Samples;

class ForeignTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{\"a\":}", "<xml/>"})
    void whatIsNoObject_isUnreadable(String body) {
        assertThatThrownBy(() -> Foreign.parse(body)).isInstanceOf(Unreadable.class);
    }

    @Test
    void deepNesting_isUnreadable() {
        String body = "{\"a\":".repeat(65) + "1" + "}".repeat(65);

        assertThatThrownBy(() -> Foreign.parse(body))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("64 levels");
    }

    @Test
    void tooManyTokens_areUnreadable() {
        String body = "{\"a\":[" + "1,".repeat(1_000_001) + "1]}";

        assertThatThrownBy(() -> Foreign.parse(body)).isInstanceOf(Unreadable.class);
    }

    @Test
    void complaint_quotesNothingOfTheBody() {
        assertThatThrownBy(() -> Foreign.parse("{\"token\": hunter2}")).hasMessageNotContaining("hunter2");
    }

    @Test
    void longText_isCutAt1000Characters() throws Unreadable {
        assertThat(Foreign.parse("{\"a\":\"" + "x".repeat(5_000) + "\"}").text("a"))
                .hasSize(1_000);
    }

    @Test
    void charactersThatCannotBeStored_areReplaced() throws Unreadable {
        String text = Foreign.parse("{\"a\":\"a\\u0000b\\ud800c\\u001bd\"}").text("a");

        assertThat(text).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    }

    @Test
    void surrogatePairAtTheCut_leavesNoHalf() throws Unreadable {
        String text = Foreign.parse("{\"a\":\"" + "x".repeat(999) + "😀\"}").text("a");

        assertThat(text).endsWith("\uFFFD").doesNotContain("\ud83d");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T15:20:00Z, 2026-11-20T15:20:00Z",
        "2026-11-20T16:20:00+01:00, 2026-11-20T15:20:00Z",
        "2026-11-20, ",
        "1999-12-31T00:00:00Z, ",
        "2026-11-23T00:00:00Z, ",
        "+999999999-01-01T00:00:00Z, ",
        "tomorrow, "
    })
    void time_isKeptWhenBelievable(String text, Instant expected) throws Unreadable {
        assertThat(Foreign.parse("{\"a\":\"" + text + "\"}").time("a", Samples.NOW))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "ftp://example.org/x", "https:///x", "not an address", "//example.org"})
    void addressThatIsNotOfTheWeb_isNoLink(String address) throws Unreadable {
        assertThat(Foreign.parse("{\"a\":\"" + address + "\"}").link("a")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "0, 1", "-7, 1", "99999999, 1000000", "99999999999999999999, 1", "two, 1"})
    void attempt_isBounded(String attempt, int expected) throws Unreadable {
        assertThat(Foreign.parse("{\"a\":\"" + attempt + "\"}").attempt("a")).isEqualTo(expected);
    }
}
