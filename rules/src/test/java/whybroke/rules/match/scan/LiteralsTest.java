package whybroke.rules.match.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every match of a pattern must contain. */
class LiteralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Connection reset~connection reset",
                "^Could not find (?<what>\\w+) in$~could not find ",
                "a(?:bcd|efg)h~abcdh;aefgh",
                "status: 50[234]~status: 502;status: 503;status: 504",
                "(?i)Rate Limit~rate limit",
                "colou?r scheme~color scheme;colour scheme",
                "\\Qa.b*c\\E tail~a.b*c tail",
                "\\[ERROR\\].*Unauthorized~unauthorized",
                "(?<file>[\\w./-]+\\.go):\\d+: x~.go:",
                "(?:abcd)+~abcd",
                "x{3}abcd~xabcd",
                "● (?<test>.+)~● ",
                "abcd~abcd"
            })
    void literals_are_found(String pattern, String literals) {
        assertThat(Literals.of(pattern).any()).containsExactlyInAnyOrder(literals.split(";", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\d+:\\d+", ".*", "(?:abcd)?", "abcd|.", "[a-z]{4}", "a.b.c.d", "(?:abcdef)*"})
    void pattern_without_a_usable_literal_is_weak(String pattern) {
        assertThat(Literals.of(pattern).weak()).isTrue();
    }

    @Test
    void weight_counts_the_characters_that_every_match_pins_down() {
        assertThat(Literals.of("Connection reset").weight()).isEqualTo(16);
        assertThat(Literals.of("Connection (?:reset|closed)").weight()).isEqualTo(16);
        assertThat(Literals.of("\\w+ reset").weight()).isEqualTo(6);
    }
}
