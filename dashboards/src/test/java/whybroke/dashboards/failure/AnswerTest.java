package whybroke.dashboards.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whybroke.api.failure.Excerpt;
import whybroke.api.failure.VerdictOutcome;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.JobOutcome;

class AnswerTest {
    private final Given given = new Given();

    @Test
    void platformsFailure_saysFirstThatItIsNotYourCode() {
        Answer answer = answer();

        assertThat(answer.heading()).isEqualTo("Not your code: the artifact repository did not answer");
        assertThat(answer.note()).isEqualTo("the platform’s, not yours");
        assertThat(answer.hue()).isEqualTo("infra");
    }

    @ParameterizedTest
    @CsvSource({
        "APP, TEAM, Your code",
        "DEPENDENCY, TEAM, What your build asks for",
        "FLAKY_TEST, TEAM, Not this change",
        "PERMISSION, PLATFORM, Not your code",
        "INFRA, TEAM, Yours to mend",
        "DEPENDENCY, SHARED, Not your code alone",
    })
    void labelAndBlame_tellWhetherItIsMine(Label label, Blame blame, String mine) {
        given.label = label;
        given.blame = blame;

        assertThat(answer().heading()).startsWith(mine + ": ");
    }

    @Test
    void ruleSentenceWithAName_keepsItsCapital() {
        given.sentence = "DNS does not resolve";

        assertThat(answer().heading()).isEqualTo("Not your code: DNS does not resolve");
    }

    @Test
    void personsWord_isToldWithItsReason() {
        given.judge = "person";
        given.person = "kim";
        given.reason = "the mirror was down";
        given.sentence = null;

        Answer answer = answer();

        assertThat(answer.heading()).isEqualTo("Not your code: the machinery or the network failed");
        assertThat(answer.lines()).contains("kim said so: the mirror was down");
    }

    @Test
    void passedLater_saysSo() {
        given.judge = "history";
        given.label = Label.FLAKY_TEST;
        given.blame = Blame.TEAM;

        assertThat(answer().heading()).isEqualTo("Not this change: the same commit passed later");
    }

    @Test
    void cutLog_tellsHowMuchWasJudged() {
        given.log = LogState.CUT;
        given.excerpt = new Excerpt(java.util.List.of(), 2_200, 120_404, 64_000_000, 0);

        assertThat(answer().lines()).contains("Judged on 2,200 of 120,404 lines.");
    }

    @Test
    void noRule_countsThoseThatLookTheSame() {
        given.outcome = VerdictOutcome.NO_RULE;
        given.before = 6;

        Answer answer = answer();

        assertThat(answer.heading()).isEqualTo("Nobody has taught us this one yet");
        assertThat(answer.lines()).contains("6 earlier failures look the same, so they are one incident.");
        assertThat(answer.hue()).isEqualTo("unlabelled");
    }

    @Test
    void logNotReady_tellsWhatIsKnownWithoutIt() {
        given.log = LogState.NOT_READY;
        given.outcome = VerdictOutcome.PENDING;

        Answer answer = answer();

        assertThat(answer.heading()).isEqualTo("The log is not there yet");
        assertThat(answer.label()).isEqualTo("no verdict yet");
        assertThat(answer.lines().getLast())
                .isEqualTo("Known without the log: exit code 137, the provider says “failure”, runner linux-16-eu-7,"
                        + " step “docker build” failed.");
        assertThat(Answer.isWaiting(given.failure())).isTrue();
    }

    @Test
    void forbiddenLog_namesTheConnection() {
        given.log = LogState.FORBIDDEN;
        given.outcome = VerdictOutcome.NO_EVIDENCE;
        given.because = "answered 403";

        Answer answer = answer();

        assertThat(answer.heading()).isEqualTo("We may not read this log");
        assertThat(answer.lines()).anyMatch(line -> line.contains("“acme-ci”")).contains("answered 403");
    }

    @ParameterizedTest
    @EnumSource(LogState.class)
    void everyStateOfALog_hasAnAnswer(LogState state) {
        given.log = state;
        given.outcome = VerdictOutcome.NO_EVIDENCE;

        assertThat(answer().heading()).isNotBlank();
        assertThat(answer().lines()).isNotEmpty();
    }

    @Test
    void cancelledJob_isNoFailure() {
        given.job = JobOutcome.CANCELLED;

        assertThat(answer().label()).isEqualTo("not a failure");
    }

    private Answer answer() {
        return Answer.of(given.failure());
    }
}
