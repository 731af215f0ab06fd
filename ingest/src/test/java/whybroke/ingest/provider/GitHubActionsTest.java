package whybroke.ingest.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.utf8;
import static whybroke.ingest.Samples.webhook;
import static whybroke.ingest.Samples.workflowJob;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Samples;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

class GitHubActionsTest {
    private final GitHubActions github = new GitHubActions(null);

    @Test
    void failedJob_isTranslatedFieldByField() {
        String body = workflowJob(
                "failure",
                Map.of(
                        "html_url", "\"https://github.com/acme/shop/actions/runs/77/job/9001\"",
                        "created_at", "\"2026-11-21T09:50:00Z\"",
                        "started_at", "\"2026-11-21T09:51:00Z\"",
                        "runner_name", "\"GitHub Actions 5\"",
                        "runner_group_name", "\"GitHub Actions\"",
                        "labels", "[\"ubuntu-latest\"]"));

        FinishedJob job = finished(body);

        assertThat(job.provider()).isEqualTo("github");
        assertThat(job.host()).isEqualTo("github.com");
        assertThat(job.repository()).isEqualTo(new FinishedJob.Repository("17", "acme/shop", true));
        assertThat(job.run())
                .isEqualTo(
                        new FinishedJob.Run("77", null, 2, "CI", "https://github.com/acme/shop/actions/runs/77", null));
        assertThat(job.job())
                .isEqualTo(new FinishedJob.Job(
                        "9001", "build (21)", 2, "https://github.com/acme/shop/actions/runs/77/job/9001"));
        assertThat(job.branch()).isEqualTo("main");
        assertThat(job.outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(job.reason()).isEqualTo("failure");
        assertThat(job.queued()).isEqualTo(Instant.parse("2026-11-21T09:50:00Z"));
        assertThat(job.started()).isEqualTo(Instant.parse("2026-11-21T09:51:00Z"));
        assertThat(job.finished()).isEqualTo(Instant.parse("2026-11-21T09:59:30Z"));
        assertThat(job.runner()).isEqualTo("GitHub Actions 5");
        assertThat(job.runnerGroup()).isEqualTo("GitHub Actions");
        assertThat(job.actor()).isEqualTo("alice");
    }

    @ParameterizedTest
    @CsvSource({
        "success, PASSED",
        "neutral, PASSED",
        "failure, FAILED",
        "timed_out, TIMED_OUT",
        "startup_failure, STARTUP_FAILURE",
        "cancelled, CANCELLED",
        "skipped, SKIPPED",
        "action_required, UNKNOWN",
        "stale, UNKNOWN",
        "quantum_collapse, UNKNOWN"
    })
    void conclusion_becomesOutcomeAndKeepsItsWord(String conclusion, JobOutcome outcome) {
        FinishedJob job = finished(workflowJob(conclusion, Map.of()));

        assertThat(job.outcome()).isEqualTo(outcome);
        assertThat(job.reason()).isEqualTo(conclusion);
    }

    @Test
    void cancelledJob_whoseStepTimedOut_timedOut() {
        String steps = "[{\"number\": 1, \"name\": \"Test\", \"conclusion\": \"timed_out\"}]";

        assertThat(finished(workflowJob("cancelled", Map.of("steps", steps))).outcome())
                .isEqualTo(JobOutcome.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "in_progress", "waiting", "requested"})
    void jobThatHasNotEnded_isNotFinished(String status) {
        String body = workflowJob(null, Map.of("status", "\"" + status + "\""));

        assertThat(github.translate(webhook("workflow_job", body), Samples.github()))
                .isInstanceOf(Translated.NotFinished.class);
    }

    @Test
    void steps_haveAPhaseByTheirNames() {
        String steps = """
                [{"number": 1, "name": "Set up job", "conclusion": "success"},
                 {"number": 2, "name": "Run actions/checkout@v4", "conclusion": "success"},
                 {"number": 3, "name": "Set up JDK", "conclusion": "success"},
                 {"number": 4, "name": "Compile", "conclusion": "success"},
                 {"number": 5, "name": "Unit tests", "conclusion": "failure"},
                 {"number": 6, "name": "Post results", "conclusion": "skipped"},
                 {"number": 7, "name": "Deploy to production", "conclusion": "exploded"},
                 {"number": 12, "name": "Post Run actions/checkout@v4", "conclusion": "success"},
                 {"number": 13, "name": "Complete job", "conclusion": "success"}]""";

        FinishedJob job = finished(workflowJob("failure", Map.of("steps", steps)));

        assertThat(job.steps().stream().map(StepFact::phase))
                .containsExactly(
                        Phase.SETUP,
                        Phase.CHECKOUT,
                        Phase.SETUP,
                        Phase.BUILD,
                        Phase.TEST,
                        Phase.OTHER,
                        Phase.DEPLOY,
                        Phase.POST,
                        Phase.POST);
        assertThat(job.steps().get(4).result()).isEqualTo(StepResult.FAILED);
        assertThat(job.steps().get(6).result()).isEqualTo(StepResult.UNKNOWN);
    }

    @Test
    void tenThousandSteps_areBounded() {
        String steps = "[" + "{\"name\": \"x\"},".repeat(9_999) + "{\"name\": \"x\"}]";

        assertThat(finished(workflowJob("failure", Map.of("steps", steps))).steps())
                .hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"workflow_job\": 7}",
                "{\"workflow_job\": {\"conclusion\": \"failure\"}}",
                "{\"workflow_job\": {\"conclusion\": \"failure\", \"id\": 1}}",
                "{\"workflow_job\": {\"conclusion\": \"failure\"}, \"repository\": {\"full_name\": \"a/b\"}}",
                "not json"
            })
    void eventWithoutItsIdentity_isUnreadable(String body) {
        assertThat(github.translate(webhook("workflow_job", body), Samples.github()))
                .isInstanceOf(Translated.Unreadable.class);
    }

    @Test
    void fieldsOfOtherKinds_neverFail() {
        String body = workflowJob(
                "failure",
                Map.of(
                        "name", "{\"a\": 1}",
                        "steps", "\"none\"",
                        "labels", "[1, null, {}]",
                        "completed_at", "12",
                        "run_attempt", "\"many\"",
                        "head_branch", "[]"));

        FinishedJob job = finished(body);

        assertThat(job.job().name()).isEqualTo("9001");
        assertThat(job.finished()).isEqualTo(Samples.NOW);
        assertThat(job.job().attempt()).isEqualTo(1);
        assertThat(job.branch()).isNull();
    }

    @Test
    void runWithStartupFailure_becomesAJobThatNeverRan() {
        FinishedJob job = ((Translated.Finished) run("startup_failure", "2026-11-21T09:59:00Z")).job();

        assertThat(job.outcome()).isEqualTo(JobOutcome.STARTUP_FAILURE);
        assertThat(job.job().id()).isEqualTo("run-77");
        assertThat(job.changeRequest()).isEqualTo("42");
        assertThat(job.run().number()).isEqualTo("163");
    }

    @Test
    void runThatFailedInTheSecondItBegan_hadAnInvalidFile() {
        assertThat(run("failure", "2026-11-21T09:58:00Z")).isInstanceOf(Translated.Finished.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure", "success", "cancelled", "never_heard_of"})
    void otherRun_isToldByItsJobs(String conclusion) {
        assertThat(run(conclusion, "2026-11-21T09:59:00Z")).isEqualTo(new Translated.NotOurs("told-by-its-jobs"));
    }

    @Test
    void formEncodedPayload_isKeptAsJson() {
        String json = workflowJob("failure", Map.of("name", "\"a b+c & ü\""));
        byte[] form = utf8("x=1&payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8));

        Arrival arrival = github.arrive(Samples.delivery(
                Samples.github(),
                form,
                "X-GitHub-Event",
                "workflow_job",
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8"));

        assertThat(((Arrival.Wanted) arrival).webhook().body()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "push", "check_run", "no such event"})
    void otherEvents_areNotWanted(String event) {
        assertThat(github.arrive(Samples.delivery(Samples.github(), utf8("{}"), "X-GitHub-Event", event)))
                .isInstanceOf(Arrival.NotWanted.class);
    }

    private Translated run(String conclusion, String ended) {
        String body = """
                {"workflow_run": {"id": 77, "name": "", "path": ".github/workflows/ci.yml", "run_number": 163,
                  "run_attempt": 1, "status": "completed", "conclusion": "%s", "head_branch": "main",
                  "run_started_at": "2026-11-21T09:58:00Z", "updated_at": "%s",
                  "pull_requests": [{"number": 42}], "actor": {"login": "alice"}},
                 "repository": {"id": 17, "full_name": "acme/shop"}}""".formatted(conclusion, ended);
        return github.translate(webhook("workflow_run", body), Samples.github());
    }

    private FinishedJob finished(String body) {
        return ((Translated.Finished) github.translate(webhook("workflow_job", body), Samples.github())).job();
    }
}
