package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that prints an outage is a failed test. */
class TestOutputTest {
    private static final Judging RULES = Judging.rule("net/reset infra", "when: { line: 'Connection reset' }")
            .and("jvm/memory infra", "inTestOutput: true\nwhen: { line: 'OutOfMemoryError' }")
            .and("t/failed app", "tier: symptom\nwhen: { line: 'FAILURE!|--- FAIL|FAILED|failing|failed;' }");

    @ParameterizedTest
    @ValueSource(strings = {"""
                [INFO] Running shop.BasketTest
                Connection reset
                [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in shop.BasketTest
                """, """
                Running shop.BasketTest
                Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 sec <<< FAILURE!
                java.net.SocketException: Connection reset
                Results :
                """, """
                === RUN   TestTotal
                Connection reset
                --- FAIL: TestTotal (0.00s)
                FAIL
                """, """
                --- FAIL: TestTotal (0.00s)
                    basket_test.go:6: Connection reset
                FAIL
                """, """
                =================================== FAILURES ===================================
                _______ test_total _______
                E   OSError: Connection reset
                =========================== short test summary info ============================
                FAILED test_basket.py::test_total
                """, """
                ---- tests::total stdout ----
                Connection reset
                failures:
                test result: FAILED. 0 passed; 1 failed; 0 ignored
                """, """
                shop.BasketTest > total() FAILED
                    java.net.SocketException: Connection reset
                1 test completed, 1 failed; see the report
                """, """
                  1 failing
                  1) basket total:
                     Error: Connection reset
                npm error Lifecycle script `test` failed; code 1
                """})
    void outage_that_a_failing_test_prints_does_not_excuse_it(String log) {
        assertThat(RULES.verdict(log)).startsWith("t/failed app");
        assertThat(RULES.lost("net/reset", log)).isEqualTo("test output");
    }

    @Test
    void outage_in_a_test_is_a_candidate_when_no_rule_knows_the_test() {
        Decision decision = Judging.rule("net/reset infra", "when: { line: 'Connection reset' }")
                .judge(
                        "Running shop.BasketTest\nConnection reset\nTests run: 1, Failures: 1, Time elapsed: 0.1 s <<< ERROR!\nResults:\n");

        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.Unlabelled.class, unlabelled -> {
            assertThat(unlabelled.why()).isEqualTo(Outcome.Why.NO_RULE);
            assertThat(unlabelled.candidates()).hasSize(1);
        });
    }

    @Test
    void rule_may_say_that_a_line_counts_even_when_a_test_prints_it() {
        assertThat(
                        RULES.verdict(
                                "Running shop.BasketTest\nOutOfMemoryError\nTests run: 1, Failures: 1, Time elapsed: 0.1 s <<< ERROR!\nResults:\n"))
                .isEqualTo("jvm/memory infra @2");
    }

    @Test
    void error_that_a_passing_test_prints_is_no_failure_of_the_code() {
        Judging judging = Judging.rule("a/assertion app", "when: { line: 'AssertionError' }")
                .and("t/failed app", "tier: symptom\nwhen: { line: 'There are test failures' }");
        String passed =
                "Running a.Test\nAssertionError\nTests run: 1, Failures: 0, Time elapsed: 0.1 s\nThere are test failures\n";
        String failed = passed.replace("0.1 s", "0.1 s <<< FAILURE!");

        assertThat(judging.verdict(passed)).isEqualTo("t/failed app @4");
        assertThat(judging.verdict(failed)).isEqualTo("a/assertion app @2");
    }

    @Test
    void what_comes_before_the_tests_or_in_one_that_never_ended_counts() {
        assertThat(RULES.verdict("Connection reset\nRunning shop.BasketTest\n")).isEqualTo("net/reset infra @1");
        assertThat(RULES.verdict("Running shop.BasketTest\nConnection reset\nBUILD FAILURE\n"))
                .isEqualTo("net/reset infra @2");
    }

    @Test
    void tests_that_could_not_be_loaded_are_no_tests_output() {
        assertThat(RULES.verdict("""
                ==================================== ERRORS ====================================
                E   OSError: Connection reset
                =========================== short test summary info ============================
                """)).isEqualTo("net/reset infra @2");
    }
}
