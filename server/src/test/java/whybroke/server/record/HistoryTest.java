package whybroke.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.classifier.PublishedLibrary;
import whybroke.rules.Label;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.match.JobOutcome;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class HistoryTest {
    @Inject
    Recorded recorded;

    @Test
    void unlabelled_passesLaterOnItsCommit_isFlaky() {
        var job = World.of("passes-later").job("shop", "test");

        recorded.record(
                job.report(), job.unlabelled("t"), job.passed("12:10:00").report());

        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
        assertThat(recorded.failure(job, "blame, by_rule")).isEqualTo("team no-rule");
        assertThat(recorded.ledger(job)).containsExactly("rule no-rule", "history flaky-test");
    }

    @Test
    void unlabelled_hadPassedBeforeItsFailureWasHeardOf_isFlaky() {
        var job = World.of("pass-heard-first").job("shop", "test");

        recorded.record(job.passed("12:10:00").report(), job.unlabelled("t"), job.report());

        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
    }

    @Test
    void unlabelled_passesOnAnotherCommit_stays() {
        var job = World.of("other-commit").job("shop", "test");

        recorded.record(
                job.report(),
                job.unlabelled("t"),
                job.passed("12:10:00").commit("c2").report());

        assertThat(recorded.current(job)).isEqualTo("rule no-rule");
    }

    @Test
    void unlabelled_passedEarlierOnItsCommit_stays() {
        var job = World.of("passed-earlier").job("shop", "test");

        recorded.record(
                job.report(), job.unlabelled("t"), job.passed("11:50:00").report());

        assertThat(recorded.current(job)).isEqualTo("rule no-rule");
    }

    @Test
    void unlabelled_anotherJobPassesOnItsCommit_stays() {
        var world = World.of("other-job");
        var job = world.job("shop", "test");

        recorded.record(
                job.report(),
                job.unlabelled("t"),
                world.job("shop", "lint").passed("12:10:00").report());

        assertThat(recorded.current(job)).isEqualTo("rule no-rule");
    }

    @Test
    void unlabelled_passesUnderItsNewName_isFlaky() {
        var world = World.of("renamed");
        var job = world.job("shop", "test");
        var renamed = world.job("shop", "unit tests").passed("12:10:00");
        recorded.update(
                "insert into job_alias (old_key, job_key) values (?::uuid, ?::uuid)",
                job.report().key().hex(),
                renamed.report().key().hex());

        recorded.record(job.report(), job.unlabelled("t"), renamed.report());

        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
    }

    @Test
    void infra_dependency_permission_app_passingLater_stay() {
        for (Label label : new Label[] {Label.INFRA, Label.DEPENDENCY, Label.PERMISSION, Label.APP}) {
            var job = World.of("labelled-" + label.word()).job("shop", "test");

            recorded.record(
                    job.report(),
                    job.labelled(label, "tool/rule"),
                    job.passed("12:10:00").report());

            assertThat(recorded.current(job)).isEqualTo("rule " + label.word());
            assertThat(recorded.ledger(job)).hasSize(1);
        }
    }

    @Test
    void ruleThatAsksForIt_passingLater_isFlaky(@TempDir Path folder) throws IOException {
        var library = published(folder);
        var job = World.of("asks-for-it").job("shop", "test");
        var flaky = World.by(library.hash(), false, 0, job.labelled(Label.APP, "junit/timing"));

        recorded.record(job.report(), flaky, job.passed("12:10:00").report());

        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
        assertThat(recorded.failure(job, "rule")).isEqualTo("junit/timing");

        var other = World.of("asks-to-keep").job("shop", "test");
        recorded.record(
                other.passed("12:10:00").report(),
                World.by(library.hash(), false, 0, other.labelled(Label.APP, "junit/plain")));
        assertThat(recorded.current(other)).isEqualTo("rule app");
    }

    @Test
    void logStillToCome_waitsForTheLog() {
        var job = World.of("late-log").job("shop", "test");

        recorded.record(job.report(), job.notReady(), job.passed("12:10:00").report());
        assertThat(recorded.current(job)).isEqualTo("rule no-evidence");

        recorded.record(job.verdict(
                2, whybroke.ingest.LogState.WHOLE, "log", job.unlabelled("t").decision()));
        assertThat(recorded.current(job)).isEqualTo("history flaky-test");
    }

    @Test
    void historysVerdict_whenALaterFetchSaysInfra_isWithdrawn() {
        var job = World.of("withdrawn").job("shop", "test");

        recorded.record(
                job.report(),
                job.unlabelled("t"),
                job.passed("12:10:00").report(),
                job.labelled(2, Label.INFRA, "net/dns"));

        assertThat(recorded.current(job)).isEqualTo("rule infra");
        assertThat(recorded.ledger(job))
                .containsExactly("rule no-rule", "history flaky-test", "rule infra", "history withdrawn");
    }

    @Test
    void sameFingerprintInThreeRepositories_isAnOutage() {
        var world = World.of("outage");
        var one = world.job("one", "test").ended("12:00:00");
        var two = world.job("two", "test").ended("12:10:00");
        var three = world.job("three", "test").ended("12:25:00");

        recorded.record(
                one.report(), one.unlabelled("t"), one.passed("12:20:00").report());
        recorded.record(
                two.report(), two.unlabelled("t"), two.passed("12:20:00").report());
        assertThat(recorded.current(one)).isEqualTo("history flaky-test");

        recorded.record(
                three.report(), three.unlabelled("t"), three.passed("12:40:00").report());

        assertThat(recorded.current(one)).isEqualTo("rule no-rule");
        assertThat(recorded.current(two)).isEqualTo("rule no-rule");
        assertThat(recorded.current(three)).isEqualTo("rule no-rule");
    }

    @Test
    void sameFingerprintInThreeRepositories_hoursApart_isNoOutage() {
        var world = World.of("no-outage");
        for (String name : new String[] {"one", "two", "three"}) {
            var job = world.job(name, "test").ended("1" + name.length() + ":00:00");
            recorded.record(
                    job.report(), job.unlabelled("t"), job.passed("16:00:00").report());
        }

        assertThat(recorded.current(world.job("three", "test"))).isEqualTo("history flaky-test");
    }

    @Test
    void tenUnlabelledInFiveRepositories_areAnOutage() {
        var world = World.of("burst", 50);
        for (int i = 0; i < 10; i++) {
            var job = world.job("repository-" + i % 5, "test-" + i).ended("12:0" + i + ":00");
            recorded.record(
                    job.report(),
                    job.unlabelled("t" + i),
                    job.passed("12:30:00").report());
        }

        assertThat(recorded.current(world.job("repository-0", "test-0"))).isEqualTo("rule no-rule");
        assertThat(recorded.current(world.job("repository-4", "test-9"))).isEqualTo("rule no-rule");
    }

    @Test
    void cancelledLater_provesNothing() {
        var job = World.of("cancelled-later").job("shop", "test");

        recorded.record(
                job.report(),
                job.unlabelled("t"),
                job.passed("12:10:00").outcome(JobOutcome.CANCELLED).report());

        assertThat(recorded.current(job)).isEqualTo("rule no-rule");
    }

    private RuleLibrary published(Path folder) throws IOException {
        TestLibrary.rule(folder, "plain", "");
        TestLibrary.rule(folder, "timing", "onUnchangedPass: flaky-test\n");
        RuleLibrary library = RuleLibrary.in(folder);
        recorded.update(
                "insert into library (hash, version, bundle, author, reason) values (?, 'test', ?, 'test', 'test')"
                        + " on conflict do nothing",
                library.hash().hex(),
                PublishedLibrary.of(library).bundle());
        return library;
    }
}
