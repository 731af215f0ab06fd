package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file may come from anybody. */
class HostileYamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1, 2]\nb: *x",
                "a: !!javax.script.ScriptEngineManager [ ]",
                "a: !custom b",
                "a: 1\na: 2",
                "a: 1\n---\nb: 2",
                "a: [1, 2",
                "",
                "just text",
                "- 1\n- 2",
                "\u0000"
            })
    void file_that_is_more_or_less_than_plain_data_is_refused_with_a_sentence(String yaml) {
        assertThatThrownBy(() -> Rule.parse("a/b/rule.yaml", yaml, ""))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("a/b/rule.yaml");
    }

    @Test
    void deep_nesting_is_refused() {
        for (String yaml : new String[] {"[".repeat(10_000), "a: " + "{b: ".repeat(10_000), "- ".repeat(5_000) + "x"}) {
            assertThatThrownBy(() -> Rule.parse("rule", yaml, "")).isInstanceOf(RuleException.class);
        }
    }

    @Test
    void large_file_is_refused() {
        assertThatThrownBy(() -> Rule.parse("rule", "a: " + "x".repeat(Yaml.LARGEST), ""))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("larger");
    }

    @Test
    void many_conditions_and_long_patterns_are_refused() {
        String head = "id: a/b\nversion: 1\nlabel: app\nsummary: s\nproof: p\n";

        assertThatThrownBy(() -> Rule.parse("rule", head + "when:\n  anyOf:\n" + "    - line: abcd\n".repeat(65), ""))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("the most is 64");
        assertThatThrownBy(() -> Rule.parse("rule", head + "when: { line: " + "x".repeat(2001) + " }", ""))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("longer than 2000");
        assertThatThrownBy(() -> Rule.parse("rule", head + "when: { line: abcd }", "x".repeat(70_000)))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("remedy");
    }
}
