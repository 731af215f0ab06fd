package whybroke.ingest.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.rules.match.JobOutcome;

/**
 * A {@code workflow_run} event. Only a run without any job becomes a record, as one job named like its workflow: GitHub
 * tells of it nowhere else. Every other run is told by its jobs.
 */
record GitHubRun(Foreign event, Webhook webhook, Connection connection) {
    /** No runner can be found, started and fail in less. */
    private static final Duration TOO_SHORT_FOR_A_JOB = Duration.ofSeconds(1);

    Translated translate() throws Unreadable {
        Foreign run = event.get("workflow_run");
        if (!run.isObject()) {
            throw new Unreadable("workflow_run is missing");
        }
        String conclusion = run.text("conclusion");
        if (conclusion == null || !"completed".equals(run.text("status", "completed"))) {
            return new Translated.NotFinished();
        }
        return ranNoJob(run, conclusion)
                ? new Translated.Finished(finished(run, conclusion))
                : new Translated.NotOurs("told-by-its-jobs");
    }

    /** A workflow file with a mistake ends as "startup_failure", or as "failure" in the second it began. */
    private boolean ranNoJob(Foreign run, String conclusion) {
        if (conclusion.equals("startup_failure")) {
            return true;
        }
        Instant started = run.time("run_started_at", webhook.received());
        Instant ended = run.time("updated_at", webhook.received());
        return conclusion.equals("failure")
                && started != null
                && ended != null
                && Duration.between(started, ended).compareTo(TOO_SHORT_FOR_A_JOB) <= 0;
    }

    private FinishedJob finished(Foreign run, String conclusion) throws Unreadable {
        String id = GitHubWords.id(run, "workflow_run");
        int attempt = run.attempt("run_attempt");
        String workflow = run.text("name", run.text("path", ""));
        String url = run.link("html_url");
        Instant ended = run.time("updated_at", webhook.received());
        return new FinishedJob(
                connection.id(),
                connection.provider(),
                connection.host(),
                GitHubWords.repository(event),
                new FinishedJob.Run(id, run.text("run_number"), attempt, workflow, url, run.text("event")),
                new FinishedJob.Job("run-" + id, workflow, attempt, url),
                run.text("head_branch"),
                run.text("head_sha"),
                GitHubWords.changeRequest(run),
                JobOutcome.STARTUP_FAILURE,
                conclusion,
                null,
                null,
                false,
                List.of(),
                run.time("created_at", webhook.received()),
                run.time("run_started_at", webhook.received()),
                ended == null ? webhook.received() : ended,
                null,
                null,
                run.get("triggering_actor").text("login", run.get("actor").text("login")),
                null);
    }
}
