package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.rules.library.Confidence;

/** Which hit decides: the earliest of the best tier without which the build would have gone on. */
class DecisiveEventTest {
    private static final String COMPILE = "when: { line: 'cannot find symbol' }";
    private static final String RESET = "when: { line: 'Connection reset' }";

    @Test
    void earliest_hit_of_one_tier_decides() {
        Judging judging = Judging.rule("javac/symbol app", COMPILE).and("net/reset infra", RESET);

        assertThat(judging.verdict("start\nConnection reset\ncannot find symbol\n"))
                .isEqualTo("net/reset infra @2");
        assertThat(judging.verdict("start\ncannot find symbol\nConnection reset\n"))
                .isEqualTo("javac/symbol app @2");
        assertThat(judging.lost("net/reset", "cannot find symbol\nConnection reset\n"))
                .isEqualTo("later");
    }

    @Test
    void cause_beats_an_earlier_symptom_and_symptom_beats_an_earlier_wrapper() {
        Judging judging = Judging.rule("a/wrapper app", "tier: wrapper\nwhen: { line: 'exit code' }")
                .and("a/symptom app", "tier: symptom\nwhen: { line: 'tests failed' }")
                .and("a/cause infra", RESET);

        assertThat(judging.verdict("exit code 1\ntests failed\n")).isEqualTo("a/symptom app @2");
        assertThat(judging.verdict("exit code 1\ntests failed\nConnection reset\n"))
                .isEqualTo("a/cause infra @3");
        assertThat(judging.lost("a/symptom", "tests failed\nConnection reset\n"))
                .isEqualTo("lower tier");
    }

    @Test
    void wrapper_labels_app_but_never_excuses() {
        String wrapper = "tier: wrapper\nfingerprint: '{step}'\nwhen: { line: 'step (?<step>\\w+) ended badly' }";

        for (String excuse : List.of("infra", "flaky-test", "permission")) {
            Judging judging = Judging.rule("a/wrapper " + excuse, wrapper);
            Decision decision = judging.judge("step build ended badly\n");

            assertThat(decision.outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Unlabelled.class,
                            unlabelled -> assertThat(unlabelled.candidates())
                                    .extracting(Hit::lost)
                                    .containsExactly("wrapper"));
            assertThat(decision.fingerprint())
                    .isEqualTo(judging.judge("else\nstep build ended badly\n").fingerprint())
                    .isNotEqualTo(judging.judge("step test ended badly\n").fingerprint());
        }
        assertThat(Judging.rule("a/wrapper app", wrapper).verdict("step build ended badly\n"))
                .isEqualTo("a/wrapper app @1");
    }

    @Test
    void shadow_rule_hits_and_does_not_label() {
        Judging judging =
                Judging.rule("net/reset infra", "status: shadow\n" + RESET).and("javac/symbol app", COMPILE);

        assertThat(judging.verdict("Connection reset\ncannot find symbol\n")).isEqualTo("javac/symbol app @2");
        assertThat(judging.lost("net/reset", "Connection reset\n")).isEqualTo("shadow");
        assertThat(judging.verdict("Connection reset\n")).isEqualTo("no-rule");
    }

    @Test
    void draft_and_retired_rules_do_not_even_hit() {
        Judging judging = Judging.rule("a/draft infra", "status: draft\n" + RESET)
                .and("a/retired infra", "status: retired\n" + RESET);

        assertThat(judging.judge("Connection reset\n").hits()).isEmpty();
    }

    @Test
    void more_specific_rule_wins_on_the_same_line() {
        Judging judging = Judging.rule("net/reset infra", RESET)
                .and("npm/reset permission", "when: { line: 'npm: Connection reset by proxy' }");

        assertThat(judging.verdict("npm: Connection reset by proxy\n")).isEqualTo("npm/reset permission @1");
        assertThat(judging.lost("net/reset", "npm: Connection reset by proxy\n"))
                .isEqualTo("less specific");
    }

    @Test
    void equal_claims_for_different_labels_are_ambiguous_and_both_are_candidates() {
        Judging judging = Judging.rule("a/one infra", RESET).and("b/two app", RESET);

        Decision decision = judging.judge("Connection reset\n");

        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.Unlabelled.class, unlabelled -> {
            assertThat(unlabelled.why()).isEqualTo(Outcome.Why.AMBIGUOUS);
            assertThat(unlabelled.candidates())
                    .extracting(hit -> hit.rule().path())
                    .containsExactly("a/one", "b/two");
        });
        assertThat(decision.hits()).extracting(Hit::lost).containsOnly("contradicted");
    }

    @Test
    void equal_claims_for_one_label_are_not() {
        assertThat(Judging.rule("b/two infra", RESET).and("a/one infra", RESET).verdict("Connection reset\n"))
                .isEqualTo("a/one infra @1");
    }

    @Test
    void nothing_known_in_a_log_is_no_rule_and_no_log_is_no_evidence() {
        Judging judging = Judging.rule("net/reset infra", RESET);

        assertThat(judging.verdict("something else\n")).isEqualTo("no-rule");
        assertThat(judging.verdict("")).isEqualTo("no-evidence");
        assertThat(judging.verdict("  \n\n")).isEqualTo("no-evidence");
    }

    @Test
    void hit_tells_all_that_pages_show() {
        Decision decision = Judging.rule(
                        "mvn/absent dependency", "when: { line: 'no artifact (?<artifact>\\S+)' }\nblame: shared")
                .judge("a\n\u001b[31mno artifact com.acme:api\u001b[0m\n");

        assertThat(decision.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.line()).isEqualTo(1);
            assertThat(hit.rawLine()).isEqualTo(2);
            assertThat(hit.text()).isEqualTo("no artifact com.acme:api");
            assertThat(hit.captures()).containsEntry("artifact", "com.acme:api");
            assertThat(hit.evidence()).isEqualTo("line");
            assertThat(hit.blame().word()).isEqualTo("shared");
            assertThat(hit.lost()).isNull();
        });
        assertThat(decision.template()).isNull();
    }

    @Test
    void confidence_is_the_measured_lower_bound_of_this_kind_of_evidence_and_else_unknown() {
        Confidence measured = new Confidence(List.of(new Confidence.Measured(Tier.CAUSE, "line", 200, 190)));

        Outcome known = Judging.rule("net/reset infra", RESET)
                .measured(measured)
                .judge("Connection reset\n")
                .outcome();
        Outcome unknown = Judging.rule("net/reset infra", "tier: symptom\n" + RESET)
                .measured(measured)
                .judge("Connection reset\n")
                .outcome();

        assertThat(((Outcome.Labelled) known).confidence()).isEqualTo(0.9104);
        assertThat(((Outcome.Labelled) unknown).confidence()).isNull();
    }

    @Test
    void all_hits_are_counted_and_at_most_32_kept_with_the_deciding_one_and_each_rules_first() {
        Judging judging = Judging.rule("a/noise app", "tier: symptom\nwhen: { line: 'noise' }")
                .and("b/other app", "tier: symptom\nwhen: { line: 'other' }")
                .and("net/reset infra", RESET);

        Decision decision = judging.judge("noise\n".repeat(60) + "other\nConnection reset\n");

        assertThat(decision.hitCount()).isEqualTo(62);
        assertThat(decision.hits()).hasSize(Decision.MOST_HITS);
        assertThat(decision.hits()).extracting(hit -> hit.rule().path()).contains("b/other", "net/reset");
        assertThat(decision.hits()).extracting(Hit::line).isSorted();
    }

    @Test
    void long_texts_and_captures_are_bounded() {
        Decision decision = Judging.rule("a/long app", "when: { line: 'starts (?<all>.*)' }")
                .judge("starts " + "x".repeat(3000) + "\n");

        Hit hit = decision.hits().getFirst();
        assertThat(hit.text()).hasSize(500);
        assertThat(hit.captures().get("all")).hasSize(200);
    }
}
