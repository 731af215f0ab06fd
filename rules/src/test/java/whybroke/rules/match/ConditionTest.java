package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind of condition asks for. */
class ConditionTest {
    private static boolean hits(String when, String log) {
        return hits(when, log, JobFacts.NONE);
    }

    private static boolean hits(String when, String log, JobFacts facts) {
        return !Judging.rule("a/rule app", when).given(facts).judge(log).hits().isEmpty();
    }

    private static JobFacts facts(Integer exitCode, String signal, String reason, JobOutcome outcome) {
        return new JobFacts(
                "gitlab", "acme/shop", "release/7", "build", outcome, reason, exitCode, signal, "linux-7", List.of());
    }

    @Test
    void sequence_is_in_order_and_within_its_lines() {
        String when = "when: { sequence: ['alpha', 'beta-line'], within: 2 lines }";

        assertThat(hits(when, "alpha\n-\nbeta-line\n")).isTrue();
        assertThat(hits(when, "alpha\n-\n-\nbeta-line\n")).isFalse();
        assertThat(hits(when, "beta-line\nalpha\n")).isFalse();
        assertThat(hits(when, "alpha beta-line\n")).as("one line").isFalse();
    }

    @Test
    void sequence_decides_on_the_line_it_names() {
        String log = "x\nalpha\nbeta-line\n";

        assertThat(Judging.rule("a/rule app", "when: { sequence: ['alpha', 'beta-line'], within: 2 lines }")
                        .verdict(log))
                .isEqualTo("a/rule app @2");
        assertThat(Judging.rule(
                                "a/rule app",
                                "when: { sequence: ['alpha', 'beta-line'], within: 2 lines, decisive: 2 }")
                        .verdict(log))
                .isEqualTo("a/rule app @3");
    }

    @Test
    void near_lines_are_in_any_order_and_on_different_lines() {
        String when = "when: { near: ['alpha', 'beta-line'], within: 2 lines }";

        assertThat(hits(when, "beta-line\n-\nalpha\n")).isTrue();
        assertThat(hits(when, "alpha\nbeta-line\n")).isTrue();
        assertThat(hits(when, "alpha\n-\n-\nbeta-line\n")).isFalse();
        assertThat(hits(when, "alpha beta-line\n")).isFalse();
    }

    @Test
    void captures_come_from_all_lines_of_the_evidence() {
        Decision decision = Judging.rule(
                        "a/rule app",
                        "when: { sequence: ['alpha (?<one>\\w+)', 'beta-line (?<two>\\w+)'], within: 2 lines }")
                .judge("alpha A\nbeta-line B\n");

        assertThat(decision.hits().getFirst().captures())
                .containsEntry("one", "A")
                .containsEntry("two", "B");
        assertThat(decision.hits().getFirst().evidence()).isEqualTo("lines");
    }

    @Test
    void all_of_needs_every_condition_anywhere_and_decides_on_the_first_that_has_a_line() {
        String when = "when: { allOf: [ { fact: exit_code, equals: 2 }, { line: 'alpha' }, { line: 'beta-line' } ] }";
        JobFacts two = facts(2, null, null, JobOutcome.FAILED);

        assertThat(Judging.rule("a/rule app", when).given(two).verdict("beta-line\n-\nalpha\n"))
                .isEqualTo("a/rule app @3");
        assertThat(hits(when, "alpha\n", two)).isFalse();
        assertThat(hits(when, "beta-line\nalpha\n")).as("no exit code").isFalse();
    }

    @Test
    void any_of_with_all_of_needs_both() {
        String when = "when: { anyOf: [ { line: 'alpha' }, { line: 'gamma' } ], allOf: [ { line: 'beta-line' } ] }";

        assertThat(hits(when, "gamma\nbeta-line\n")).isTrue();
        assertThat(hits(when, "gamma\n")).isFalse();
        assertThat(hits(when, "beta-line\n")).isFalse();
    }

    @Test
    void none_of_reaches_as_far_as_it_says() {
        String lines = "when: { anyOf: [ { line: 'alpha' } ], noneOf: [ { line: 'beta-line', within: 2 lines } ] }";
        String step = lines.replace("2 lines", "step");
        String log = lines.replace("2 lines", "log");
        String near = "alpha\n-\nbeta-line\n";
        String far = "beta-line\n-\n-\nalpha\n";
        String otherStep = "##[group]Run a\n##[endgroup]\nalpha\n##[group]Run b\n##[endgroup]\nbeta-line\n";
        String sameStep = "##[group]Run a\n##[endgroup]\nalpha\n-\n-\n-\nbeta-line\n";

        assertThat(List.of(hits(lines, near), hits(lines, far), hits(lines, sameStep)))
                .containsExactly(false, true, true);
        assertThat(List.of(hits(step, otherStep), hits(step, sameStep))).containsExactly(true, false);
        assertThat(List.of(hits(log, far), hits(log, otherStep), hits(log, "alpha\n")))
                .containsExactly(false, false, true);
    }

    @Test
    void none_of_takes_out_one_hit_and_leaves_the_others() {
        String when = "when: { anyOf: [ { line: 'alpha' } ], noneOf: [ { line: 'beta-line', within: 1 lines } ] }";

        assertThat(Judging.rule("a/rule app", when).verdict("alpha\nbeta-line\n-\nalpha\n"))
                .isEqualTo("a/rule app @4");
    }

    @Test
    void none_of_a_fact_needs_no_place() {
        String when = "when: { anyOf: [ { line: 'alpha' } ], noneOf: [ { fact: signal, equals: SIGKILL } ] }";

        assertThat(hits(when, "alpha\n", facts(137, "sigkill", null, JobOutcome.FAILED)))
                .isFalse();
        assertThat(hits(when, "alpha\n")).isTrue();
    }

    @Test
    void every_fact_can_be_asked_for() {
        JobFacts facts = new JobFacts(
                "gitlab",
                "acme/shop",
                "main",
                "build",
                JobOutcome.TIMED_OUT,
                "runner_system_failure",
                137,
                "SIGKILL",
                "linux-7",
                List.of(
                        new StepFact(1, "Fetch", Phase.CHECKOUT, StepResult.PASSED, false, null, null),
                        new StepFact(2, "Unit tests", Phase.TEST, StepResult.FAILED, false, null, null)));

        assertThat(hits("when: { fact: outcome, equals: timed_out }", "", facts))
                .isTrue();
        assertThat(hits("when: { fact: provider_reason, matches: '^runner_' }", "", facts))
                .isTrue();
        assertThat(hits("when: { fact: exit_code, equals: [1, 137] }", "", facts))
                .isTrue();
        assertThat(hits("when: { fact: signal, equals: sigkill }", "", facts)).isTrue();
        assertThat(hits("when: { fact: step, equals: Unit tests }", "", facts)).isTrue();
        assertThat(hits("when: { fact: step, equals: Fetch }", "", facts))
                .as("it passed")
                .isFalse();
        assertThat(hits("when: { fact: phase, equals: test }", "", facts)).isTrue();
        assertThat(hits("when: { fact: runner, matches: 'linux' }", "", facts)).isTrue();
        assertThat(hits("when: { fact: exit_code, equals: 13 }", "", facts)).isFalse();
        assertThat(hits("when: { fact: signal, matches: '.*' }", "", JobFacts.NONE))
                .as("unknown")
                .isFalse();
    }

    @Test
    void fact_alone_decides_a_job_that_never_ran() {
        Decision decision = Judging.rule(
                        "github/startup-failure app", "when: { fact: outcome, equals: startup_failure }")
                .given(facts(null, null, "startup_failure", JobOutcome.STARTUP_FAILURE))
                .judge("");

        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.Labelled.class, labelled -> {
            assertThat(labelled.by().evidence()).isEqualTo("fact");
            assertThat(labelled.by().line()).isEqualTo(-1);
            assertThat(labelled.by().rawLine()).isZero();
            assertThat(labelled.by().text()).isEqualTo("outcome startup_failure");
        });
    }

    @Test
    void line_comes_before_a_fact_unless_the_ci_system_blames_itself() {
        Judging judging = Judging.rule("a/killed infra", "when: { fact: exit_code, equals: 137 }")
                .and("a/compile app", "when: { line: 'cannot find symbol' }");

        assertThat(judging.given(facts(137, null, null, JobOutcome.FAILED)).verdict("cannot find symbol\n"))
                .isEqualTo("a/compile app @1");
        assertThat(judging.given(facts(137, null, null, JobOutcome.SYSTEM_FAILURE))
                        .verdict("cannot find symbol\n"))
                .isEqualTo("a/killed infra @0");
    }

    @Test
    void scope_keeps_a_rule_to_where_it_applies() {
        JobFacts facts = facts(1, null, null, JobOutcome.FAILED);

        assertThat(hits("scope: { provider: gitlab }\nwhen: { line: alpha }", "alpha\n", facts))
                .isTrue();
        assertThat(hits("scope: { provider: [github] }\nwhen: { line: alpha }", "alpha\n", facts))
                .isFalse();
        assertThat(hits("scope: { provider: github }\nwhen: { line: alpha }", "alpha\n"))
                .as("unknown")
                .isTrue();
        assertThat(hits("scope: { branch: 'release/*' }\nwhen: { line: alpha }", "alpha\n", facts))
                .isTrue();
        assertThat(hits("scope: { branch: main }\nwhen: { line: alpha }", "alpha\n", facts))
                .isFalse();
        assertThat(hits("scope: { repository: ['acme/*'] }\nwhen: { line: alpha }", "alpha\n", facts))
                .isTrue();
        assertThat(hits("scope: { repository: acme/* }\nwhen: { line: alpha }", "alpha\n"))
                .as("unknown")
                .isFalse();
        assertThat(hits("scope: { tool: anything }\nwhen: { line: alpha }", "alpha\n", facts))
                .isTrue();
    }

    @Test
    void scope_of_a_phase_asks_the_step_of_the_line() {
        JobFacts facts = Judging.steps(new StepFact(1, "Run tests", Phase.TEST, StepResult.FAILED, false, null, null));
        String log = "##[group]Run tests\n##[endgroup]\nalpha\n";

        assertThat(hits("scope: { phase: [test] }\nwhen: { line: alpha }", log, facts))
                .isTrue();
        assertThat(hits("scope: { phase: deploy }\nwhen: { line: alpha }", log, facts))
                .isFalse();
        assertThat(hits("scope: { phase: deploy }\nwhen: { line: alpha }", log))
                .as("unknown")
                .isTrue();
    }
}
