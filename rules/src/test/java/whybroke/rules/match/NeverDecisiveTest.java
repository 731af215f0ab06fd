package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What cannot have broken a job, whatever it looks like. */
class NeverDecisiveTest {
    private static final Judging RULES = Judging.rule("javac/symbol app", "when: { line: 'cannot find symbol' }")
            .and("net/reset infra", "when: { line: 'Connection reset|upload refused' }")
            .and("a/tests app", "tier: symptom\nwhen: { line: 'Tests failed' }");

    private static StepFact step(int number, String name, Phase phase, StepResult result, boolean mayFail) {
        return new StepFact(number, name, phase, result, mayFail, null, null);
    }

    private static final String TWO_STEPS = """
            ##[group]Run fetch
            ##[endgroup]
            Connection reset
            ##[group]Run build
            ##[endgroup]
            Tests failed
            """;

    private static Judging judging(StepFact... steps) {
        return Judging.rule("net/reset infra", "when: { line: 'Connection reset' }")
                .and("a/tests app", "tier: symptom\nwhen: { line: 'Tests failed' }")
                .given(Judging.steps(steps));
    }

    @Test
    void hit_in_a_step_that_passed() {
        Judging judging = judging(
                step(1, "Run fetch", Phase.SETUP, StepResult.PASSED, false),
                step(2, "Run build", Phase.BUILD, StepResult.FAILED, false));

        assertThat(judging.verdict(TWO_STEPS)).isEqualTo("a/tests app @6");
        assertThat(judging.lost("net/reset", TWO_STEPS)).isEqualTo("step passed");
    }

    @Test
    void hit_in_a_step_that_may_fail() {
        Judging judging = judging(
                step(1, "Run fetch", Phase.SETUP, StepResult.FAILED, true),
                step(2, "Run build", Phase.BUILD, StepResult.FAILED, false));

        assertThat(judging.verdict(TWO_STEPS)).isEqualTo("a/tests app @6");
        assertThat(judging.lost("net/reset", TWO_STEPS)).isEqualTo("step may fail");
    }

    @Test
    void hit_in_a_step_of_the_clean_up_phase() {
        Judging judging = judging(
                step(1, "Run fetch", Phase.POST, StepResult.FAILED, false),
                step(2, "Run build", Phase.BUILD, StepResult.FAILED, false));

        assertThat(judging.lost("net/reset", TWO_STEPS)).isEqualTo("clean-up");
    }

    @Test
    void hit_decides_when_the_clocks_of_log_and_provider_disagree() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        Judging judging = judging(
                new StepFact(1, "Set up", Phase.SETUP, StepResult.PASSED, false, noon, noon.plusSeconds(600)),
                new StepFact(
                        2,
                        "Ours",
                        Phase.BUILD,
                        StepResult.FAILED,
                        false,
                        noon.plusSeconds(600),
                        noon.plusSeconds(900)));
        String log = """
                2026-11-20T12:00:01.0000000Z ##[group]Run make
                2026-11-20T12:00:02.0000000Z ##[endgroup]
                2026-11-20T12:00:03.0000000Z Connection reset
                """;

        assertThat(judging.verdict(log)).isEqualTo("net/reset infra @3");
        assertThat(judging.verdict(log.replace("T12:00", "T12:11"))).isEqualTo("net/reset infra @3");
    }

    @Test
    void hit_in_a_step_that_failed_or_is_unknown_decides() {
        assertThat(judging(step(1, "Run fetch", Phase.SETUP, StepResult.FAILED, false))
                        .verdict(TWO_STEPS))
                .isEqualTo("net/reset infra @3");
        assertThat(judging().verdict(TWO_STEPS)).isEqualTo("net/reset infra @3");
    }

    @Test
    void any_number_of_harmless_hits_does_not_hide_the_one_that_decides() {
        String log = "##[group]Run fetch\n##[endgroup]\n" + "Connection reset\n".repeat(3000)
                + "##[group]Run build\n##[endgroup]\nConnection reset\n";
        Judging judging = judging(
                step(1, "Run fetch", Phase.SETUP, StepResult.PASSED, false),
                step(2, "Run build", Phase.BUILD, StepResult.FAILED, false));

        assertThat(judging.verdict(log)).isEqualTo("net/reset infra @3005");
    }

    @Test
    void steps_are_found_by_their_times_when_their_names_differ_from_the_log() {
        String log = """
                2026-11-20T10:00:01.1000000Z ##[group]Run ./fetch.sh
                2026-11-20T10:00:01.2000000Z ##[endgroup]
                2026-11-20T10:00:02.0000000Z Connection reset
                2026-11-20T10:00:09.5000000Z ##[group]Run make
                2026-11-20T10:00:09.6000000Z ##[endgroup]
                2026-11-20T10:00:10.0000000Z Tests failed
                """;
        Judging judging = judging(
                timed(1, "Fetch", StepResult.PASSED, "10:00:01", "10:00:08"),
                timed(2, "Build", StepResult.FAILED, "10:00:09", "10:00:11"));

        assertThat(judging.verdict(log)).isEqualTo("a/tests app @6");
    }

    @Test
    void section_on_the_border_of_a_good_and_a_bad_step_is_excused_by_neither() {
        String log = """
                2026-11-20T10:00:08.5000000Z ##[group]Run ./fetch.sh
                2026-11-20T10:00:08.6000000Z ##[endgroup]
                2026-11-20T10:00:08.7000000Z Connection reset
                """;
        Judging judging = judging(
                timed(1, "Prepare", StepResult.PASSED, "10:00:01", "10:00:08"),
                timed(2, "Fetch", StepResult.FAILED, "10:00:08", "10:00:11"));

        assertThat(judging.verdict(log)).isEqualTo("net/reset infra @3");
    }

    private static StepFact timed(int number, String name, StepResult result, String from, String to) {
        return new StepFact(
                number,
                name,
                Phase.OTHER,
                result,
                false,
                Instant.parse("2026-11-20T" + from + "Z"),
                Instant.parse("2026-11-20T" + to + "Z"));
    }

    @Test
    void failed_clean_up_after_a_real_error() {
        String log = """
                ##[group]Run make
                ##[endgroup]
                Tests failed
                ##[error]Process completed with exit code 2.
                Post job cleanup.
                Connection reset
                """;

        assertThat(RULES.verdict(log)).isEqualTo("a/tests app @3");
        assertThat(RULES.lost("net/reset", log)).isEqualTo("clean-up");
    }

    @Test
    void clean_up_even_when_nothing_else_is_known() {
        assertThat(RULES.verdict("##[group]Run make\n##[endgroup]\nodd\nPost job cleanup.\nConnection reset\n"))
                .isEqualTo("no-rule");
    }

    @Test
    void after_script_of_gitlab() {
        String log = """
                Tests failed
                Running after_script
                Connection reset
                Cleaning up project directory and file based variables
                ERROR: Job failed: exit code 1
                """;

        assertThat(RULES.verdict(log)).isEqualTo("a/tests app @1");
    }

    @Test
    void upload_behind_the_failed_command_of_the_job() {
        String log = "Tests failed\n##[error]Process completed with exit code 2.\nupload refused\n";

        assertThat(RULES.verdict(log)).isEqualTo("a/tests app @1");
        assertThat(RULES.lost("net/reset", log)).isEqualTo("clean-up");
    }

    @Test
    void line_behind_the_failed_command_decides_when_nothing_was_known_before_it() {
        assertThat(RULES.verdict("odd\n##[error]Process completed with exit code 2.\nupload refused\n"))
                .isEqualTo("net/reset infra @3");
    }

    @Test
    void end_of_a_step_that_may_fail_is_not_the_end_of_the_job() {
        String log = """
                ##[group]Run lint
                ##[endgroup]
                Tests failed
                ##[error]Process completed with exit code 1.
                ##[group]Run build
                ##[endgroup]
                cannot find symbol
                """;
        Judging judging = Judging.rule("javac/symbol app", "when: { line: 'cannot find symbol' }")
                .and("a/tests app", "tier: symptom\nwhen: { line: 'Tests failed' }")
                .given(Judging.steps(step(1, "Run lint", Phase.BUILD, StepResult.FAILED, true)));

        assertThat(judging.verdict(log)).isEqualTo("javac/symbol app @7");
    }
}
