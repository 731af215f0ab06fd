package whybroke.rules.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.rules.RuleId;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Judging;

/** Samples say in themselves what must come out. */
class SampleTest {
    private static final RuleId RULE = new RuleId("net/reset");
    private static final SampleCheck CHECK = new SampleCheck(
            Judging.rule("net/reset infra", "when: { line: 'Connection \\w+' }").library());

    private static Sample sample(String name, String text) {
        return Sample.parse(RULE, name, text);
    }

    private static String finding(String name, String text) {
        return CHECK.check(sample(name, text)).map(Finding::sentence).orElse("fine");
    }

    @Test
    void markers_and_facts_are_taken_out() {
        Sample sample = sample("hit-a.log", "#facts {\"exitCode\":137}\none\n=HIT=> an ‹Connection reset› came\nend\n");

        assertThat(sample.text()).isEqualTo("one\nan Connection reset came\nend\n");
        assertThat(sample.line()).isEqualTo(2);
        assertThat(sample.span()).isEqualTo("Connection reset");
        assertThat(sample.facts().exitCode()).isEqualTo(137);
        assertThat(sample.facts().outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(sample("hit-a.log", "x\n").facts()).isEqualTo(JobFacts.NONE);
    }

    @Test
    void marker_may_stand_behind_a_time_and_the_line_may_hold_the_marks_itself() {
        Sample sample = sample("hit-a.log", "2026-11-20T10:00:00.0000000Z =HIT=> ‹suite › test› failed\n");

        assertThat(sample.text()).isEqualTo("2026-11-20T10:00:00.0000000Z suite › test failed\n");
        assertThat(sample.span()).isEqualTo("suite › test");
    }

    @Test
    void broken_markers_and_facts_are_refused() {
        assertThatThrownBy(() -> sample("hit-a.log", "=HIT=> a\n")).isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> sample("hit-a.log", "=HIT=> ‹a›\n=HIT=> ‹b›\n"))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> sample("hit-a.log", "#facts {\"weather\":1}\nx\n"))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> sample("hit-a.log", "#facts {\nx\n")).isInstanceOf(RuleException.class);
    }

    @Test
    void hit_must_be_won_on_the_marked_span() {
        assertThat(finding("hit-a.log", "x\n=HIT=> an ‹Connection reset› came\n"))
                .isEqualTo("fine");
        assertThat(finding("hit-a.log", "x\n=HIT=> an ‹Connection› reset came\n"))
                .contains("but the pattern matches 'Connection reset'");
        assertThat(finding("hit-a.log", "=HIT=> ‹x›\nConnection reset\n"))
                .contains("marks line 1, but the rule wins on line 2");
        assertThat(finding("hit-a.log", "Connection reset\n")).contains("marks no line");
        assertThat(finding("hit-a.log", "=HIT=> ‹x›\n")).contains("the answer is no-rule; it has no hit of its own");
        assertThat(finding("other.log", "x\n")).contains("must be named");
    }

    @Test
    void miss_must_not_be_won() {
        assertThat(finding("miss-a.log", "nothing\n")).isEqualTo("fine");
        assertThat(finding("miss-a.log", "Connection reset\n"))
                .contains("must not be won by this rule, but is, on line 1");
    }

    @Test
    void rule_that_is_not_active_yet_is_tried_as_if_it_were() {
        SampleCheck check =
                new SampleCheck(Judging.rule("net/reset infra", "status: draft\nwhen: { line: 'Connection \\w+' }")
                        .library());

        assertThat(check.check(sample("hit-a.log", "=HIT=> ‹Connection reset›\n")))
                .isEmpty();
    }

    @Test
    void fact_needs_no_marked_line() {
        SampleCheck check = new SampleCheck(Judging.rule("net/reset infra", "when: { fact: exit_code, equals: 137 }")
                .library());

        assertThat(check.check(sample("hit-a.log", "#facts {\"exitCode\":137}\nx\n")))
                .isEmpty();
    }

    @Test
    void bless_writes_the_markers_that_the_check_then_accepts() {
        Bless bless = new Bless(CHECK);

        for (String log : List.of(
                "x\nan Connection reset came\n",
                "#facts {\"exitCode\":1}\n\u001b[31mConnection reset\u001b[0m\n",
                "=HIT=> ‹x›\nConnection reset")) {
            String blessed = bless.bless(sample("hit-a.log", log), log).orElseThrow();

            assertThat(finding("hit-a.log", blessed)).as(blessed).isEqualTo("fine");
            assertThat(bless.bless(sample("hit-a.log", blessed), blessed)).contains(blessed);
        }
        assertThat(bless.bless(sample("hit-a.log", "x\n"), "x\n")).isEmpty();
    }
}
