package whybroke.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.api.verdict.RecordedFailures;
import whybroke.api.verdict.Tails;
import whybroke.ingest.LogState;
import whybroke.rules.Label;
import whybroke.rules.match.JobOutcome;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RecordingTest {
    @Inject
    Recorded recorded;

    @Inject
    Tails tails;

    @Inject
    RecordedFailures stored;

    @Test
    void redJob_isAFailureAtOnce() {
        var job = World.of("red").job("shop", "test");

        recorded.record(job.report());

        assertThat(recorded.failure(job, "log_state, outcome, fetches, version"))
                .isEqualTo("not-ready pending 0 1");
    }

    @Test
    void greenCancelledAndSkippedJobs_areNoFailures() {
        var world = World.of("no-failures");
        for (JobOutcome outcome : List.of(JobOutcome.PASSED, JobOutcome.CANCELLED, JobOutcome.SKIPPED)) {
            var job = world.job("shop", outcome.name()).outcome(outcome);
            recorded.record(job.report());
            assertThat(recorded.failure(job, "id")).isEqualTo("none");
        }
        assertThat(recorded.list(
                        "select outcome || ' ' || jobs || ' ' || seconds from job_count c"
                                + " join repository r on r.id = c.repository_id where host = ? order by 1",
                        world.host()))
                .containsExactly("cancelled 1 90", "passed 1 90", "skipped 1 90");
    }

    @Test
    void jobThatMayFail_isCountedApart() {
        var world = World.of("may-fail");
        recorded.record(
                world.job("shop", "must").report(),
                world.job("shop", "may").allowedToFail().report());

        assertThat(recorded.list(
                        "select may_fail || ' ' || failures from failure_count c join repository r"
                                + " on r.id = c.repository_id where host = ? order by 1",
                        world.host()))
                .containsExactly("false 1", "true 1");
    }

    @Test
    void laterFetch_winsWhicheverComesFirst() {
        var job = World.of("fetches").job("shop", "test");

        recorded.record(job.labelled(2, Label.INFRA, "net/dns"), job.notReady());

        assertThat(recorded.failure(job, "log_state, fetches, label")).isEqualTo("whole 2 infra");
        assertThat(tails.find(job.report().id()).orElseThrow().text()).isEqualTo("log of test net/dns");
        assertThat(recorded.list(
                        "select key from task where key like ? || '%'",
                        job.report().id().hex()))
                .isEmpty();
    }

    @Test
    void logThatIsNotReady_isAskedForAgainOnce() {
        var job = World.of("asked-again").job("shop", "test");

        recorded.record(job.report(), job.notReady(), job.notReady());

        assertThat(recorded.list(
                        "select kind || ' ' || (payload->>'fetch') from task where key = ?",
                        job.report().id().hex() + "/2"))
                .containsExactly("late-fetch 2");
    }

    @Test
    void sameTemplate_isOneCauseWithoutALabel() {
        var world = World.of("one-cause");
        var one = world.job("shop", "one");
        var two = world.job("till", "two");

        recorded.record(one.unlabelled("Cannot find <path>"), two.unlabelled("Cannot find <path>"));

        assertThat(recorded.failure(one, "cause_id")).isEqualTo(recorded.failure(two, "cause_id"));
        assertThat(recorded.list(
                        "select concat_ws('|', title, label, rule, repository_id) from cause where key = ?",
                        world.fingerprint("Cannot find <path>").hash()))
                .containsExactly("Cannot find <path>");
    }

    @Test
    void shadowsVerdict_isOnlyInTheLedger() {
        var job = World.of("shadow").job("shop", "test");
        recorded.record(job.labelled(Label.APP, "junit/failed"));
        int version = recorded.version(job);

        recorded.record(World.by(World.OTHER_LIBRARY, true, 60, job.labelled(Label.INFRA, "net/dns")));

        assertThat(recorded.ledger(job)).containsExactly("rule app", "shadow infra");
        assertThat(recorded.current(job)).isEqualTo("rule app");
        assertThat(recorded.version(job)).isEqualTo(version);
    }

    @Test
    void hostileNames_areBoundedAndStored() {
        var job = World.of("hostile").job("shop", "x\0".repeat(10_000)).runner("'; drop table job; --");

        recorded.record(job.report(), job.unlabelled("t\0"));

        assertThat(recorded.list(
                        "select length(name) || runner from job where id = ?::uuid",
                        job.report().id().hex()))
                .containsExactly("500'; drop table job; --");
    }

    @Test
    void failures_areFoundAndScannedWithTheirTails() {
        var job = World.of("stored").job("shop", "test");
        recorded.record(job.report());
        assertThat(stored.find(job.report().id()).orElseThrow().text()).isNull();
        recorded.record(job.labelled(Label.INFRA, "net/dns"));

        var found = stored.find(job.report().id()).orElseThrow();

        assertThat(found.repository()).isEqualTo("acme/shop");
        assertThat(found.label()).isEqualTo("infra");
        assertThat(found.fetch()).isEqualTo(1);
        assertThat(found.text()).isEqualTo("log of test net/dns");
        var scanned = new java.util.ArrayList<String>();
        stored.scan(failure -> scanned.add(failure.id().hex()));
        assertThat(scanned).contains(job.report().id().hex()).doesNotHaveDuplicates();
        assertThat((long) scanned.size()).isEqualTo(stored.count());
    }

    @Test
    void goneLog_afterAWholeOne_keepsTheTail() {
        var job = World.of("gone").job("shop", "test");
        recorded.record(job.unlabelled("t"));

        recorded.record(job.verdict(2, LogState.EXPIRED, null, job.notReady().decision()));

        assertThat(recorded.failure(job, "log_state, outcome")).isEqualTo("expired no-evidence");
        assertThat(tails.find(job.report().id())).isPresent();
    }
}
