package whybroke.ingest.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/** A {@code workflow_job} event. */
record GitHubJob(Foreign event, Webhook webhook, Connection connection) {
    private static final int MOST_STEPS = 1_000;
    private static final int MOST_LABELS = 20;

    Translated translate() throws Unreadable {
        Foreign job = event.get("workflow_job");
        if (!job.isObject()) {
            throw new Unreadable("workflow_job is missing");
        }
        String conclusion = job.text("conclusion");
        if (conclusion == null || !"completed".equals(job.text("status", "completed"))) {
            return new Translated.NotFinished();
        }
        return new Translated.Finished(finished(job, conclusion));
    }

    private FinishedJob finished(Foreign job, String conclusion) throws Unreadable {
        FinishedJob.Repository repository = GitHubWords.repository(event);
        List<StepFact> steps = steps(job);
        Instant finished = job.time("completed_at", webhook.received());
        return new FinishedJob(
                connection.id(),
                connection.provider(),
                connection.host(),
                repository,
                run(job),
                job(job),
                job.text("head_branch"),
                job.text("head_sha"),
                GitHubWords.changeRequest(job),
                outcome(conclusion, steps),
                conclusion,
                null,
                null,
                false,
                steps,
                job.time("created_at", webhook.received()),
                job.time("started_at", webhook.received()),
                finished == null ? webhook.received() : finished,
                job.text("runner_name"),
                runnerGroup(job),
                event.get("sender").text("login"),
                null);
    }

    private FinishedJob.Run run(Foreign job) {
        String id = job.text("run_id", "");
        String home = event.get("repository").link("html_url");
        String url = home == null || !id.matches("\\d+") ? null : home + "/actions/runs/" + id;
        return new FinishedJob.Run(
                id,
                job.text("run_number"),
                job.attempt("run_attempt"),
                job.text("workflow_name", ""),
                url,
                job.text("event"));
    }

    private static FinishedJob.Job job(Foreign job) throws Unreadable {
        String id = GitHubWords.id(job, "workflow_job");
        return new FinishedJob.Job(id, job.text("name", id), job.attempt("run_attempt"), job.link("html_url"));
    }

    /** GitHub also says "cancelled" of a job whose step ran out of time. */
    private static JobOutcome outcome(String conclusion, List<StepFact> steps) {
        JobOutcome outcome = GitHubWords.outcome(conclusion);
        boolean timedOut = steps.stream().anyMatch(step -> step.result() == StepResult.TIMED_OUT);
        return outcome == JobOutcome.CANCELLED && timedOut ? JobOutcome.TIMED_OUT : outcome;
    }

    private static String runnerGroup(Foreign job) {
        String group = job.text("runner_group_name");
        if (group != null) {
            return group;
        }
        String labels = job.get("labels").elements(MOST_LABELS).stream()
                .map(Foreign::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        return labels.isEmpty() ? null : labels;
    }

    private List<StepFact> steps(Foreign job) {
        List<StepFact> steps = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (Foreign step : job.get("steps").elements(MOST_STEPS)) {
            String name = step.text("name", "");
            Integer number = step.number("number");
            steps.add(new StepFact(
                    number == null ? steps.size() + 1 : number,
                    name,
                    phase(name, before),
                    GitHubWords.result(step.text("conclusion")),
                    false,
                    step.time("started_at", webhook.received()),
                    step.time("completed_at", webhook.received())));
            before.add(name);
        }
        return steps;
    }

    /** GitHub's own clean-up steps are called after the step they clean up; an author's "Post results" is none. */
    private static Phase phase(String name, Set<String> before) {
        boolean cleanUp = (name.startsWith("Post ") && before.contains(name.substring(5)))
                || name.equals("Complete job")
                || name.equals("Stop containers");
        return cleanUp ? Phase.POST : Phases.byName(name);
    }
}
