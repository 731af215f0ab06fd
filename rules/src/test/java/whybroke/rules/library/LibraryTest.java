package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.rules.match.Judging;
import whybroke.rules.match.Phase;
import whybroke.rules.match.Tier;

/** Reading rules, their identity, and the one string a library travels as. */
class LibraryTest {
    private static final String FULL = """
            tier: symptom
            status: shadow
            blame: shared
            when:
              anyOf:
                - line: 'a (?<one>\\w+)'
                - { sequence: ['bbbb', 'cccc'], within: 10 lines, decisive: 2 }
                - { near: ['dddd', 'eeee'], within: 3 lines }
                - { fact: exit_code, equals: [1, 137] }
                - allOf: [ { line: 'ffff' }, { anyOf: [ { line: 'gggg' } ] } ]
              allOf:
                - { fact: provider_reason, matches: 'runner' }
              noneOf:
                - { line: 'hhhh', within: 30 lines }
                - { line: 'iiii', within: step }
                - { fact: signal, equals: SIGKILL }
            recoveredBy: { line: 'jjjj (?<one>\\w+)', scope: step }
            scope: { tool: maven, provider: github, phase: [build, test], branch: 'release/*', repository: [acme/*], cause: global }
            fingerprint: '{one}'
            onUnchangedPass: flaky-test
            owner: platform
            retry: with-backoff
            references: [https://example.org/a]
            inTestOutput: true
            weak: true
            """;

    @Test
    void every_field_is_read() {
        Rule rule = Judging.parse("maven/full app", FULL);

        assertThat(rule.tier()).isEqualTo(Tier.SYMPTOM);
        assertThat(rule.status()).isEqualTo(Rule.Status.SHADOW);
        assertThat(rule.blame().word()).isEqualTo("shared");
        assertThat(rule.when().anyOf()).hasSize(5);
        assertThat(rule.when().anyOf().get(1)).isEqualTo(new Condition.Lines(List.of("bbbb", "cccc"), true, 10, 2));
        assertThat(rule.when().anyOf().get(3))
                .isEqualTo(new Condition.Fact(FactName.EXIT_CODE, List.of("1", "137"), null));
        assertThat(rule.when().noneOf().get(1).within()).isEqualTo(new Within.Step());
        assertThat(rule.recoveredBy()).isEqualTo(new Recovery("jjjj (?<one>\\w+)", new Within.Step()));
        assertThat(rule.scope())
                .isEqualTo(new Scope(
                        "maven",
                        List.of("github"),
                        List.of(Phase.BUILD, Phase.TEST),
                        List.of("release/*"),
                        List.of("acme/*"),
                        Scope.OfCause.GLOBAL));
        assertThat(rule.onUnchangedPass()).isEqualTo(Rule.OnUnchangedPass.FLAKY_TEST);
        assertThat(rule.retry()).isEqualTo(Rule.Retry.WITH_BACKOFF);
        assertThat(rule.inTestOutput()).isTrue();
        assertThat(rule.remedy()).isEqualTo("Mend it.");
    }

    @Test
    void defaults_are_filled_in() {
        Rule rule = Rule.parse(
                "r", "id: a/b\nversion: 3\nlabel: permission\nsummary: s\nproof: p\nwhen: { line: abcd }", "");

        assertThat(rule.status()).isEqualTo(Rule.Status.DRAFT);
        assertThat(rule.tier()).isEqualTo(Tier.CAUSE);
        assertThat(rule.blame().word()).isEqualTo("platform");
        assertThat(rule.owner()).isEqualTo("@code");
        assertThat(rule.retry()).isEqualTo(Rule.Retry.NEVER);
        assertThat(rule.onUnchangedPass()).isEqualTo(Rule.OnUnchangedPass.KEEP);
        assertThat(rule.scope().tool()).isEqualTo("a");
        assertThat(rule.scope().cause()).isEqualTo(Scope.OfCause.GLOBAL);
        assertThat(rule.fingerprint()).isEmpty();
        assertThat(rule.recoveredBy()).isNull();
    }

    @Test
    void bundle_brings_back_the_same_rules_version_confidence_and_hash() {
        Confidence confidence = new Confidence(List.of(new Confidence.Measured(Tier.CAUSE, "line", 20, 19)));
        RuleLibrary library = RuleLibrary.of(
                "2026.11.0",
                List.of(Judging.parse("maven/full app", FULL), Judging.parse("a/b infra", "when: { line: abcd }")),
                confidence);

        RuleLibrary again = RuleLibrary.parse(library.bundle());

        assertThat(again.rules()).isEqualTo(library.rules());
        assertThat(again.version()).isEqualTo("2026.11.0");
        assertThat(again.confidence()).isEqualTo(confidence);
        assertThat(again.hash()).isEqualTo(library.hash());
        assertThat(again.bundle()).isEqualTo(library.bundle());
    }

    @Test
    void hash_ignores_order_and_layout_and_sees_every_content() {
        Rule one = Judging.parse("a/one app", "when: { line: abcd }");
        Rule two = Judging.parse("a/two app", "when: { line: abcd }");
        LibraryHash hash =
                RuleLibrary.of("v", List.of(one, two), Confidence.NONE).hash();

        assertThat(RuleLibrary.of("w", List.of(two, one), Confidence.NONE).hash())
                .isEqualTo(hash);
        assertThat(RuleLibrary.of(
                                "v",
                                List.of(
                                        Judging.parse("a/one app", "# a remark\nwhen:\n  anyOf:\n    - line: 'abcd'"),
                                        two),
                                Confidence.NONE)
                        .hash())
                .isEqualTo(hash);
        assertThat(RuleLibrary.of("v", List.of(one), Confidence.NONE).hash()).isNotEqualTo(hash);
        assertThat(RuleLibrary.of(
                                "v", List.of(one, Judging.parse("a/two app", "when: { line: abce }")), Confidence.NONE)
                        .hash())
                .isNotEqualTo(hash);
        assertThat(RuleLibrary.of(
                                "v",
                                List.of(one, two),
                                new Confidence(List.of(new Confidence.Measured(Tier.CAUSE, "line", 20, 19))))
                        .hash())
                .as("it changes answers too")
                .isNotEqualTo(hash);
    }

    @Test
    void two_rules_with_one_id_are_refused() {
        Rule rule = Judging.parse("a/b app", "when: { line: abcd }");

        assertThatThrownBy(() -> RuleLibrary.of("v", List.of(rule, rule), Confidence.NONE))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("a/b");
    }

    @Test
    void text_that_is_no_bundle_is_refused() {
        assertThatThrownBy(() -> RuleLibrary.parse("{}")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> RuleLibrary.parse("nonsense")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> RuleLibrary.parse("[".repeat(100_000))).isInstanceOf(RuleException.class);
    }

    @Test
    void folder_must_agree_with_the_id_and_a_bad_rule_names_its_file(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("a/b"));
        Files.writeString(
                folder.resolve("rule.yaml"), "id: a/c\nversion: 1\nlabel: app\nsummary: s\nwhen: { line: abcd }");

        assertThatThrownBy(() -> RuleLibrary.in(root))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("rule.yaml")
                .hasMessageContaining("'a/c'")
                .hasMessageContaining("'a/b'");
    }

    @Test
    void missing_folder_is_said(@TempDir Path root) {
        assertThatThrownBy(() -> RuleLibrary.in(root.resolve("nowhere")))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("no such folder");
    }
}
