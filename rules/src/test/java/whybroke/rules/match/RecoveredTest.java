package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was made good later did not break the build. */
class RecoveredTest {
    private static final String COMPILE = "when: { line: 'cannot find symbol' }";
    private static final String RESET = "when: { line: 'Connection reset' }";

    @Test
    void later_line_named_by_the_rule_undoes_a_hit() {
        Judging judging = Judging.rule("net/reset infra", RESET + "\nrecoveredBy: { line: 'Download complete' }")
                .and("javac/symbol app", COMPILE);

        assertThat(judging.verdict("Connection reset\nDownload complete\ncannot find symbol\n"))
                .isEqualTo("javac/symbol app @3");
        assertThat(judging.lost("net/reset", "Connection reset\nDownload complete\n"))
                .isEqualTo("recovered");
        assertThat(judging.verdict("Download complete\nConnection reset\n")).isEqualTo("net/reset infra @2");
    }

    @Test
    void scope_of_the_recovery_is_kept() {
        String log = """
                ##[group]Run fetch
                ##[endgroup]
                Connection reset
                ##[group]Run build
                ##[endgroup]
                Download complete
                """;

        for (String scope : new String[] {"2 lines", "step"}) {
            assertThat(Judging.rule(
                                    "net/reset infra",
                                    RESET + "\nrecoveredBy: { line: 'Download complete', scope: " + scope + " }")
                            .verdict(log))
                    .isEqualTo("net/reset infra @3");
        }
        for (String scope : new String[] {"3 lines", "log"}) {
            assertThat(Judging.rule(
                                    "net/reset infra",
                                    RESET + "\nrecoveredBy: { line: 'Download complete', scope: " + scope + " }")
                            .verdict(log))
                    .isEqualTo("no-rule");
        }
    }

    @Test
    void captures_of_one_name_must_agree() {
        Judging judging = Judging.rule("net/reset infra", """
                when: { line: 'reset while loading (?<file>\\S+)' }
                recoveredBy: { line: 'loaded (?<file>\\S+)' }
                """);

        assertThat(judging.verdict("reset while loading a.jar\nloaded b.jar\n")).isEqualTo("net/reset infra @1");
        assertThat(judging.verdict("reset while loading a.jar\nloaded b.jar\nloaded a.jar\n"))
                .isEqualTo("no-rule");
    }

    @Test
    void later_success_of_the_same_request_undoes_a_hit_of_any_rule() {
        Judging judging = Judging.rule("net/reset infra", RESET).and("javac/symbol app", COMPILE);
        String log = """
                GET https://repo.example.org/a.jar: Connection reset
                Downloaded https://repo.example.org/a.jar (5 kB)
                cannot find symbol
                """;

        assertThat(judging.verdict(log)).isEqualTo("javac/symbol app @3");
        assertThat(judging.verdict(log.replace(
                        "Downloaded https://repo.example.org/a.jar", "Downloaded https://repo.example.org/b.jar")))
                .isEqualTo("net/reset infra @1");
        assertThat(judging.verdict(log.replace("Downloaded", "error: not downloaded")))
                .isEqualTo("net/reset infra @1");
    }

    @Test
    void reset_that_was_retried_before_a_compile_error_is_app() {
        Judging judging = Judging.rule("net/reset infra", RESET).and("javac/symbol app", COMPILE);

        assertThat(judging.verdict("Connection reset, retrying in 5 s\nok\ncannot find symbol\n"))
                .isEqualTo("javac/symbol app @3");
        assertThat(judging.verdict("Connection reset\nRetrying (1 of 3)\nok\ncannot find symbol\n"))
                .isEqualTo("javac/symbol app @4");
    }

    @Test
    void retries_that_ran_out_decide() {
        Judging judging = Judging.rule("net/reset infra", RESET).and("javac/symbol app", COMPILE);

        assertThat(judging.verdict("Connection reset, retrying\nConnection reset, giving up\ncannot find symbol\n"))
                .isEqualTo("net/reset infra @1");
        assertThat(judging.verdict("Connection reset, retrying\nConnection reset, retrying\nodd\n"))
                .isEqualTo("net/reset infra @1");
    }

    @Test
    void command_that_a_wrapper_ran_again_with_success() {
        Judging judging = Judging.rule("net/reset infra", RESET).and("javac/symbol app", COMPILE);

        assertThat(judging.verdict("""
                $ npm ci
                Connection reset
                The command "npm ci" failed. Retrying, 2 of 3.
                added 12 packages
                $ make
                cannot find symbol
                """)).isEqualTo("javac/symbol app @6");
        assertThat(judging.verdict("""
                $ npm ci
                Connection reset
                The command "npm ci" failed. Retrying, 2 of 3.
                Connection reset
                The command "npm ci" failed 3 times.
                """)).isEqualTo("net/reset infra @2");
        assertThat(judging.verdict("""
                Connection reset
                Command completed after 2 attempt(s).
                cannot find symbol
                """)).isEqualTo("javac/symbol app @3");
    }

    @Test
    void pass_at_a_later_attempt_is_what_makes_a_test_flaky() {
        Judging judging = Judging.rule("t/flaky flaky-test", "when: { line: 'FLAKY shop.BasketTest' }");

        assertThat(judging.verdict("FLAKY shop.BasketTest\nCommand completed after 2 attempt(s).\n"))
                .isEqualTo("t/flaky flaky-test @1");
    }
}
