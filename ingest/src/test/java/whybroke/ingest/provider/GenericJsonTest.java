package whybroke.ingest.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.utf8;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Samples;
import whybroke.ingest.Webhook;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

class GenericJsonTest {
    private static final Connection CONNECTION = Samples.generic(null);
    private final GenericJson generic = new GenericJson(null);

    @Test
    void fullEvent_isTranslatedFieldByField() {
        FinishedJob job = finished("""
                {"repo": {"id": "17", "full_name": "acme/shop", "private": true},
                 "ref": {"branch": "main", "pr": "42"}, "commit": "3484a3f", "pipeline": "release",
                 "run": {"id": "991", "number": "57", "attempt": 2, "url": "https://ci.example.org/991",
                         "trigger": "push"},
                 "job": {"id": "991-3", "name": "build", "attempt": 3, "url": "https://ci.example.org/991/3",
                         "may_fail": true},
                 "outcome": {"normalized": "infra-error", "raw": "LOST", "provider_reason": "agent lost",
                             "exit_code": -1, "signal": "SIGKILL"},
                 "times": {"queued": "2026-11-21T09:00:00Z", "started": "2026-11-21T09:01:00Z",
                           "finished": "2026-11-21T09:02:00Z"},
                 "steps": [{"index": 4, "name": "Compile", "phase": "deploy", "outcome": "failed", "may_fail": true}],
                 "runner": {"name": "agent-7", "labels": ["linux", "x64"]}, "actor": "alice",
                 "log_url": "https://logs.example.org/991/3?signature=x", "something": "new"}""");

        assertThat(job.repository()).isEqualTo(new FinishedJob.Repository("17", "acme/shop", true));
        assertThat(job.branch()).isEqualTo("main");
        assertThat(job.changeRequest()).isEqualTo("42");
        assertThat(job.run())
                .isEqualTo(new FinishedJob.Run("991", "57", 2, "release", "https://ci.example.org/991", "push"));
        assertThat(job.job()).isEqualTo(new FinishedJob.Job("991-3", "build", 3, "https://ci.example.org/991/3"));
        assertThat(job.mayFail()).isTrue();
        assertThat(job.outcome()).isEqualTo(JobOutcome.SYSTEM_FAILURE);
        assertThat(job.reason()).isEqualTo("agent lost");
        assertThat(job.exitCode()).isEqualTo(-1);
        assertThat(job.signal()).isEqualTo("SIGKILL");
        assertThat(job.finished()).isEqualTo(Instant.parse("2026-11-21T09:02:00Z"));
        assertThat(job.steps())
                .containsExactly(new StepFact(4, "Compile", Phase.DEPLOY, StepResult.FAILED, true, null, null));
        assertThat(job.runner()).isEqualTo("agent-7");
        assertThat(job.runnerGroup()).isEqualTo("linux,x64");
        assertThat(job.logUrl()).isEqualTo("https://logs.example.org/991/3?signature=x");
    }

    @Test
    void shortestEvent_isEnough() {
        FinishedJob job = finished("{\"repo\": \"acme/shop\", \"job\": {\"id\": \"7\"}, \"outcome\": \"failed\"}");

        assertThat(job.repository()).isEqualTo(new FinishedJob.Repository("acme/shop", "acme/shop", null));
        assertThat(job.job().name()).isEqualTo("7");
        assertThat(job.run().id()).isEqualTo("7");
        assertThat(job.finished()).isEqualTo(Samples.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "passed, PASSED",
        "Failure, FAILED",
        "timed-out, TIMED_OUT",
        "error, SYSTEM_FAILURE",
        "startup_failure, STARTUP_FAILURE",
        "canceled, CANCELLED",
        "skipped, SKIPPED",
        "exploded, UNKNOWN"
    })
    void outcomeWord_isUnderstoodOrUnknown(String word, JobOutcome outcome) {
        FinishedJob job = finished("{\"repo\": \"a/b\", \"job\": {\"id\": 7}, \"outcome\": \"" + word + "\"}");

        assertThat(job.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"outcome\": \"failed\"}",
                "{\"outcome\": \"failed\", \"repo\": \"a/b\"}",
                "{\"outcome\": \"failed\", \"repo\": \"a/b\", \"job\": {\"name\": \"x\"}}",
                "{\"outcome\": {}, \"repo\": \"a/b\", \"job\": {\"id\": 7}}",
                "not json"
            })
    void eventWithoutWhatIsNeeded_isRefusedInWords(String body) {
        Arrival arrival = arrive(body);

        assertThat(((Arrival.Refused) arrival).reason()).isNotBlank();
    }

    @Test
    void runningJob_isNotWanted() {
        assertThat(arrive("{\"repo\": \"a/b\", \"job\": {\"id\": 7}, \"outcome\": \"running\"}"))
                .isInstanceOf(Arrival.NotWanted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "log_tail"})
    void inlineLog_isTakenOutAndRedactedBeforeItIsKept(String field) {
        String token = "ghp_" + "a1B2c3D4".repeat(5);
        Webhook webhook = kept("failed", field, "line one\\nAuthorization: token " + token + "\\nerror: boom");

        assertThat(webhook.body()).doesNotContain("line one").contains("acme/shop");
        assertThat(webhook.log().text())
                .contains("line one")
                .contains("error: boom")
                .doesNotContain(token);
        assertThat(webhook.log().redactions()).isPositive();
        assertThat(((Translated.Finished) generic.translate(webhook, CONNECTION))
                        .job()
                        .log())
                .isEqualTo(webhook.log());
    }

    @Test
    void inlineLogOfAPassedJob_isDropped() {
        Webhook webhook = kept("passed", "log", "all well");

        assertThat(webhook.log()).isNull();
        assertThat(webhook.body()).doesNotContain("all well");
    }

    @Test
    void deliveryKeys_areItsIdAndItsIdempotencyKey() {
        assertThat(generic.deliveryKeys(Samples.delivery(
                        CONNECTION, new byte[0], "Webhook-Id", "msg_1", "Idempotency-Key", "k1", "X-Other", "x")))
                .isEqualTo(List.of("msg_1", "k1"));
    }

    private Webhook kept(String outcome, String field, String log) {
        return ((Arrival.Wanted) arrive("{\"repo\": \"acme/shop\", \"job\": {\"id\": 7}, \"outcome\": \"" + outcome
                        + "\", \"" + field + "\": \"" + log + "\"}"))
                .webhook();
    }

    private Arrival arrive(String body) {
        return generic.arrive(Samples.delivery(CONNECTION, utf8(body), "webhook-id", "msg_1"));
    }

    private FinishedJob finished(String body) {
        Webhook webhook = new Webhook("tekton", "msg_1", "job", body, null, Samples.NOW);
        return ((Translated.Finished) generic.translate(webhook, CONNECTION)).job();
    }
}
