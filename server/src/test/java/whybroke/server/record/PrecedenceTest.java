package whybroke.server.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import whybroke.api.verdict.NoSuchFailure;
import whybroke.api.verdict.PersonVerdicts;
import whybroke.api.work.StaleVersion;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.server.Backends;

/** Person over history over rule, whichever was first. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PrecedenceTest {
    @Inject
    Recorded recorded;

    @Inject
    PersonVerdicts people;

    @Test
    void personAfterRule_isCurrent() {
        var job = World.of("person-after-rule").job("shop", "test");
        recorded.record(job.labelled(Label.INFRA, "net/dns"), job.person("/1", "ada", Label.APP, 60));

        assertThat(recorded.current(job)).isEqualTo("person app");
    }

    @Test
    void personBeforeRule_isCurrent() {
        var job = World.of("person-before-rule").job("shop", "test");
        recorded.record(job.person("/1", "ada", Label.APP, 1), job.labelled(Label.INFRA, "net/dns"));

        assertThat(recorded.current(job)).isEqualTo("person app");
        assertThat(recorded.failure(job, "rule, blame")).isEqualTo("net/dns team");
    }

    @Test
    void historyAfterRule_isCurrent() {
        var job = World.of("history-after-rule").job("shop", "test");
        recorded.record(job.unlabelled("t"), job.passed("12:10:00").report());

        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
    }

    @Test
    void historyBeforeRule_isCurrent() {
        var job = World.of("history-before-rule").job("shop", "test");
        recorded.record(job.unlabelled("t"), job.passed("12:10:00").report());
        recorded.record(World.by(World.OTHER_LIBRARY, false, 3600, job.unlabelled("t")));

        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
    }

    @Test
    void personAfterHistory_isCurrent() {
        var job = World.of("person-after-history").job("shop", "test");
        recorded.record(job.unlabelled("t"), job.passed("12:10:00").report(), job.person("/1", "ada", Label.APP, 3600));

        assertThat(recorded.current(job)).isEqualTo("person app");
    }

    @Test
    void personBeforeHistory_isCurrent() {
        var job = World.of("person-before-history").job("shop", "test");
        recorded.record(
                job.unlabelled("t"),
                job.person("/1", "ada", Label.APP, 1),
                job.passed("12:10:00").report());

        assertThat(recorded.current(job)).isEqualTo("person app");
    }

    @Test
    void laterPerson_beatsAnEarlierOne_whoeverIsHeardFirst() {
        var job = World.of("two-people").job("shop", "test");
        recorded.record(
                job.unlabelled("t"),
                job.person("/2", "bob", Label.PERMISSION, 120),
                job.person("/1", "ada", Label.APP, 60));

        assertThat(recorded.current(job)).isEqualTo("person permission");
    }

    @Test
    void personWhoAgrees_keepsWhomTheRuleBlames() {
        var job = World.of("agrees").job("shop", "test");
        recorded.record(
                World.blaming(Blame.SHARED, job.labelled(Label.DEPENDENCY, "npm/missing")),
                job.person("/1", "ada", Label.DEPENDENCY, 60));

        assertThat(recorded.failure(job, "judge, label, blame")).isEqualTo("person dependency shared");
    }

    @Test
    void personsWord_changesTheVersionAndIsQueuedForKafka() {
        var job = World.of("says").job("shop", "test");
        recorded.record(job.unlabelled("t"));
        int seen = recorded.version(job);

        int now = people.say(job.report().id(), "ada", Label.APP, "a typo in the test\0", seen);

        assertThat(now).isGreaterThan(seen);
        assertThat(recorded.version(job)).isEqualTo(now);
        assertThat(recorded.current(job)).isEqualTo("person app");
        assertThat(recorded.list(
                        "select person || ': ' || reason from verdict where judge = 'person' and failure_id = ?::uuid",
                        job.report().id().hex()))
                .containsExactly("ada: a typo in the test\ufffd");
    }

    @Test
    void personsWord_onWhatHasChangedSince_isRefused() {
        var job = World.of("stale").job("shop", "test");
        recorded.record(job.unlabelled("t"));
        int seen = recorded.version(job);
        people.say(job.report().id(), "ada", Label.APP, null, seen);

        assertThatThrownBy(() -> people.say(job.report().id(), "bob", Label.INFRA, null, seen))
                .isInstanceOf(StaleVersion.class);
        assertThat(recorded.current(job)).isEqualTo("person app");
    }

    @Test
    void personsWord_onAnUnknownFailure_isRefused() {
        var job = World.of("unknown").job("shop", "test");

        assertThatThrownBy(() -> people.say(job.report().id(), "ada", Label.APP, null, 1))
                .isInstanceOf(NoSuchFailure.class);
    }
}
