package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every finding says what is wrong and how to mend it. */
class LintTest {
    private static final String GOOD = """
            id: tool/rule
            version: 1
            status: active
            label: infra
            summary: s
            proof: p
            when: { line: 'Connection reset' }
            """;

    @TempDir
    private Path root;

    private Path write(String id, String yaml) {
        try {
            Path folder = Files.createDirectories(root.resolve(id));
            Files.createDirectories(folder.resolve("samples"));
            Files.writeString(folder.resolve("rule.yaml"), yaml);
            Files.writeString(folder.resolve("remedy.md"), "Mend it.");
            Files.writeString(folder.resolve("samples/hit-it.log"), "x\n=HIT=> an ‹Connection reset› came\n");
            Files.writeString(folder.resolve("samples/miss-it.log"), "Connection closed\n");
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> lint() throws IOException {
        return Lint.check(new LibraryFolder(root)).stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void good_rule_has_no_finding() throws IOException {
        write("tool/rule", GOOD);

        assertThat(lint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "line: 'Connection reset' | line: 'a(?=bcde)' | look-around cannot be matched in linear time; use noneOf",
                "line: 'Connection reset' | line: '(abcd)\\1' | back-references cannot be matched in linear time",
                "line: 'Connection reset' | line: '(?>abcd)' | a plain repetition does the same",
                "line: 'Connection reset' | line: 'abcd++' | a plain repetition does the same",
                "line: 'Connection reset' | line: 'a{1001}' | counts to at most 1000",
                "line: 'Connection reset' | line: 'abcd(' | is not RE2",
                "line: 'Connection reset' | line: '(?:Connection reset)?' | matches an empty line",
                "line: 'Connection reset' | line: '\\d+ \\w+' | has the weak pattern",
                "label: infra | label: weather | must be one of infra, dependency, flaky-test, permission, app",
                "label: infra | labl: infra | has no field 'labl'; its fields are",
                "version: 1 | version: one | must be a whole number",
                "proof: p | tier: cause | without proof; say in 'proof'",
                "summary: s | summary: '' | needs the field 'summary'",
                "when: { line: 'Connection reset' } | when: { anyOf: [ { line: 'Connection reset' } ], noneOf: [ { line: 'abcd' } ] } | needs 'within': say how far",
                "when: { line: 'Connection reset' } | when: { noneOf: [ { line: 'abcd', within: log } ] } | noneOf alone matches everything",
                "when: { line: 'Connection reset' } | when: { anyOf: [ { line: 'Connection reset' } ], noneOf: [ { line: 'abcd', within: far } ] } | write for example 30 lines",
                "when: { line: 'Connection reset' } | when: { sequence: ['Connection reset'], within: 3 lines } | needs 2 to 8 patterns",
                "when: { line: 'Connection reset' } | when: { near: ['Connection reset', 'abcd'] } | needs the field 'within'",
                "when: { line: 'Connection reset' } | when: { fact: weather, equals: rain } | knows no fact 'weather'; the facts are",
                "when: { line: 'Connection reset' } | when: { fact: signal } | needs either 'equals' or 'matches'",
                "id: tool/rule | id: other/rule | make them equal",
                "proof: p | proof: p\\nfingerprint: '{nothing}' | no pattern captures 'nothing'; name a group (?<nothing>",
                "proof: p | proof: p\\nfingerprint: '{open' | is not closed",
                "proof: p | proof: p\\nreferences: { a: b } | must be a text"
            })
    void finding_is_one_sentence(String good, String bad, String sentence) throws IOException {
        write("tool/rule", GOOD.replace(good, bad.replace("\\n", "\n")));

        assertThat(lint())
                .anySatisfy(
                        finding -> assertThat(finding).startsWith("tool/rule ").contains(sentence));
    }

    @Test
    void incomplete_folder_is_said_part_by_part() throws IOException {
        Path folder = write("tool/rule", GOOD);
        Files.delete(folder.resolve("remedy.md"));
        Files.delete(folder.resolve("samples/hit-it.log"));
        Files.delete(folder.resolve("samples/miss-it.log"));

        assertThat(lint())
                .anySatisfy(finding -> assertThat(finding).contains("has no remedy; write remedy.md"))
                .anySatisfy(finding -> assertThat(finding).contains("has no hit sample; put a log"))
                .anySatisfy(finding -> assertThat(finding).contains("has no miss sample; put a near miss"));
    }

    @Test
    void rule_that_another_one_shadows_never_wins_its_own_sample() throws IOException {
        write("tool/rule", GOOD);
        Path strong = write(
                "tool/strong",
                GOOD.replace("tool/rule", "tool/strong").replace("'Connection reset'", "'an Connection reset came'"));
        Files.writeString(strong.resolve("samples/hit-it.log"), "=HIT=> ‹an Connection reset came›\n");

        assertThat(lint())
                .singleElement()
                .asString()
                .startsWith("tool/rule/samples/hit-it.log must be won by this rule, but tool/strong wins on line 2")
                .contains("lost: less specific");
    }

    @Test
    void weak_pattern_beside_a_strong_one_or_with_the_authors_word_is_fine() throws IOException {
        String log = "x\n=HIT=> an ‹Connection reset› came\n42 x\n";
        Path folder = write(
                "tool/rule",
                GOOD.replace("line: 'Connection reset'", "sequence: ['Connection reset', '\\d+ x'], within: 3 lines"));
        Files.writeString(folder.resolve("samples/hit-it.log"), log);
        assertThat(lint()).isEmpty();

        Files.writeString(folder.resolve("rule.yaml"), GOOD.replace("'Connection reset'", "'\\d+ x'") + "weak: true\n");
        Files.writeString(folder.resolve("samples/hit-it.log"), "=HIT=> ‹42 x›\n");
        assertThat(lint()).isEmpty();
    }

    @Test
    void schema_and_reader_refuse_the_same_rules() {
        String[] bad = {
            GOOD.replace("label: infra", "label: weather"),
            GOOD.replace("label: infra", "labl: infra"),
            GOOD.replace("version: 1", "version: 0"),
            GOOD.replace("version: 1\n", ""),
            GOOD.replace("id: tool/rule", "id: Tool/Rule"),
            GOOD.replace("when: { line: 'Connection reset' }", "when: { sequence: [abcd], within: 3 lines }"),
            GOOD.replace("when: { line: 'Connection reset' }", "when: { near: [abcd, efgh] }"),
            GOOD.replace("when: { line: 'Connection reset' }", "when: { fact: signal }"),
            GOOD.replace("when: { line: 'Connection reset' }", "when: { fact: weather, equals: a }"),
            GOOD.replace("when: { line: 'Connection reset' }", "when: { anyOf: [] }"),
            GOOD.replace("when: { line: 'Connection reset' }", "when: { line: a, within: log }"),
            GOOD.replace(
                    "when: { line: 'Connection reset' }", "when: { anyOf: [ { line: a } ], noneOf: [ { line: b } ] }"),
            GOOD + "recoveredBy: { scope: log }\n",
            GOOD + "scope: { phase: lunch }\n",
            GOOD + "retry: sometimes\n"
        };

        for (String yaml : bad) {
            assertThat(SchemaLint.check(Yaml.read("rule", yaml))).as(yaml).isNotEmpty();
            assertThat(catchThrowable(() -> Rule.parse("rule", yaml, "")))
                    .as(yaml)
                    .isInstanceOf(RuleException.class);
        }
        assertThat(SchemaLint.check(Yaml.read("rule", GOOD))).isEmpty();
    }
}
