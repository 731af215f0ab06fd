package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.rules.Fingerprint;

/** Which failures share a cause. */
class FingerprintTest {
    private static Fingerprint of(String head, String yaml, String repository, String log) {
        JobFacts facts = new JobFacts(
                "github", repository, "main", "build", JobOutcome.FAILED, null, null, null, null, List.of());
        return Judging.rule(head, yaml).given(facts).judge(log).fingerprint();
    }

    private static final String RULE =
            "fingerprint: '{what}'\nwhen: { line: 'broke (?<what>\\w+) in run (?<run>\\d+)' }";

    @Test
    void only_what_the_template_names_counts() {
        Fingerprint one = of("a/rule infra", RULE, "acme/shop", "broke pump in run 1\n");

        assertThat(of("a/rule infra", RULE, "acme/shop", "x\nbroke pump in run 2\n"))
                .isEqualTo(one);
        assertThat(of("a/rule infra", RULE, "acme/shop", "broke valve in run 1\n"))
                .isNotEqualTo(one);
        assertThat(of("b/rule infra", RULE, "acme/shop", "broke pump in run 1\n"))
                .isNotEqualTo(one);
    }

    @Test
    void cause_is_kept_by_repository_for_app_and_flaky_tests_and_global_else() {
        for (String label : List.of("app", "flaky-test")) {
            assertThat(of("a/rule " + label, RULE, "acme/shop", "broke pump in run 1\n"))
                    .isNotEqualTo(of("a/rule " + label, RULE, "acme/pay", "broke pump in run 1\n"));
        }
        for (String label : List.of("infra", "dependency", "permission")) {
            assertThat(of("a/rule " + label, RULE, "acme/shop", "broke pump in run 1\n"))
                    .isEqualTo(of("a/rule " + label, RULE, "acme/pay", "broke pump in run 1\n"));
        }
    }

    @Test
    void rule_may_choose_the_scope_of_its_causes() {
        String global = RULE + "\nscope: { cause: global }";
        String repository = RULE + "\nscope: { cause: repository }";

        assertThat(of("a/rule app", global, "acme/shop", "broke pump in run 1\n"))
                .isEqualTo(of("a/rule app", global, "acme/pay", "broke pump in run 1\n"));
        assertThat(of("a/rule infra", repository, "acme/shop", "broke pump in run 1\n"))
                .isNotEqualTo(of("a/rule infra", repository, "acme/pay", "broke pump in run 1\n"));
    }

    @Test
    void new_version_of_a_rule_keeps_its_causes() {
        Judging judging = Judging.rule("a/rule infra", RULE);
        Fingerprint first = judging.judge("broke pump in run 1\n").fingerprint();

        Fingerprint second = new Judging()
                .and("a/rule infra", RULE.replace("in run", "i[n] run"))
                .judge("broke pump in run 1\n")
                .fingerprint();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void unlabelled_failures_share_the_template_of_their_most_telling_line() {
        Judging judging = Judging.rule("a/rule infra", "when: { line: 'never in here' }");
        String one =
                "start\nFATAL: worker 17 at 10.0.0.7:8443 lost /tmp/build-1/out after 12.5s\nProcess completed with exit code 1.\n";
        String two = "begin\nx\nFATAL: worker 4 at 10.0.3.9:9443 lost /home/ci/build-77/out after 3s\nexit status 2\n";

        assertThat(judging.judge(one).fingerprint())
                .isEqualTo(judging.judge(two).fingerprint());
        assertThat(judging.judge(one).template()).isEqualTo("FATAL: worker * at * lost * after *s");
        assertThat(judging.judge("FATAL: disk gone\n").fingerprint())
                .isNotEqualTo(judging.judge(one).fingerprint());
    }

    @Test
    void failures_without_a_log_are_alike_when_they_ended_alike() {
        Judging judging = Judging.rule("a/rule infra", "when: { line: 'never in here' }");

        Decision decision = judging.judge("");

        assertThat(decision.template()).isNull();
        assertThat(decision.fingerprint()).isEqualTo(judging.judge("\n").fingerprint());
    }
}
