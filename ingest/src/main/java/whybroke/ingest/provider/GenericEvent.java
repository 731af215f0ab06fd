package whybroke.ingest.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/** One event of {@link GenericJson}, whose fields are described there. */
record GenericEvent(Foreign event, Webhook webhook, Connection connection) {
    private static final int MOST_STEPS = 1_000;
    private static final int MOST_LABELS = 20;
    private static final Set<String> UNFINISHED =
            Set.of("queued", "pending", "waiting", "running", "started", "in_progress");

    Translated translate() throws Unreadable {
        String word = outcomeWord();
        if (UNFINISHED.contains(word)) {
            return new Translated.NotFinished();
        }
        Foreign outcome = event.get("outcome");
        Foreign run = event.get("run");
        Foreign times = event.get("times");
        Instant finished = times.time("finished", webhook.received());
        return new Translated.Finished(new FinishedJob(
                connection.id(),
                connection.provider(),
                connection.host(),
                repository(),
                run(run),
                job(run),
                branch(),
                event.text("commit"),
                event.get("ref").text("pr"),
                outcome(word),
                outcome.text("provider_reason", outcome.text("raw", word)),
                outcome.number("exit_code"),
                outcome.text("signal"),
                Boolean.TRUE.equals(event.get("job").bool("may_fail")),
                steps(),
                times.time("queued", webhook.received()),
                times.time("started", webhook.received()),
                finished == null ? webhook.received() : finished,
                event.get("runner").text("name"),
                runnerGroup(),
                event.text("actor"),
                webhook.log(),
                event.link("log_url")));
    }

    private String outcomeWord() throws Unreadable {
        Foreign outcome = event.get("outcome");
        String word = outcome.isObject() ? outcome.text("normalized", outcome.text("raw")) : outcome.text();
        if (word == null) {
            throw new Unreadable("outcome is missing: passed, failed, timed_out, cancelled, skipped, infra_error"
                    + " or startup_failure");
        }
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** "error" is the CI system's own fault, as CDEvents has it. */
    private static JobOutcome outcome(String word) {
        return switch (word) {
            case "passed", "success", "succeeded" -> JobOutcome.PASSED;
            case "failed", "failure" -> JobOutcome.FAILED;
            case "timed_out", "timeout" -> JobOutcome.TIMED_OUT;
            case "infra_error", "system_failure", "error" -> JobOutcome.SYSTEM_FAILURE;
            case "startup_failure" -> JobOutcome.STARTUP_FAILURE;
            case "cancelled", "canceled", "cancel", "aborted" -> JobOutcome.CANCELLED;
            case "skipped", "skip" -> JobOutcome.SKIPPED;
            default -> JobOutcome.UNKNOWN;
        };
    }

    private FinishedJob.Repository repository() throws Unreadable {
        Foreign repo = event.get("repo").isMissing() ? event.get("repository") : event.get("repo");
        String name = repo.isObject() ? repo.text("full_name") : repo.text();
        if (name == null) {
            throw new Unreadable("repo.full_name is missing, for example acme/shop");
        }
        return new FinishedJob.Repository(
                repo.isObject() ? repo.text("id", name) : name, name, repo.isObject() ? repo.bool("private") : null);
    }

    private FinishedJob.Run run(Foreign run) {
        return new FinishedJob.Run(
                run.text("id", event.get("job").text("id", "")),
                run.text("number"),
                run.attempt("attempt"),
                event.text("pipeline", run.text("pipeline", "")),
                run.link("url"),
                run.text("trigger"));
    }

    private FinishedJob.Job job(Foreign run) throws Unreadable {
        Foreign job = event.get("job");
        String name = job.isObject() ? job.text("name") : job.text();
        String id = job.text("id");
        if (id == null && (run.text("id") == null || name == null)) {
            throw new Unreadable("job.id is missing; without it run.id and job.name are needed");
        }
        int attempt =
                job.isObject() && !job.get("attempt").isMissing() ? job.attempt("attempt") : run.attempt("attempt");
        return new FinishedJob.Job(
                id == null ? run.text("id") + "/" + name : id, name == null ? id : name, attempt, job.link("url"));
    }

    private String branch() {
        Foreign ref = event.get("ref");
        return ref.isObject() ? ref.text("branch", ref.text("tag")) : ref.text();
    }

    private String runnerGroup() {
        Foreign runner = event.get("runner");
        String labels = runner.get("labels").elements(MOST_LABELS).stream()
                .map(Foreign::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        return runner.text("group", labels.isEmpty() ? null : labels);
    }

    private List<StepFact> steps() {
        List<StepFact> steps = new ArrayList<>();
        for (Foreign step : event.get("steps").elements(MOST_STEPS)) {
            Integer index = step.number("index");
            String name = step.text("name", "");
            steps.add(new StepFact(
                    index == null ? steps.size() + 1 : index,
                    name,
                    Phases.of(step.text("phase"), name),
                    result(step.text("outcome")),
                    Boolean.TRUE.equals(step.bool("may_fail")),
                    step.time("started", webhook.received()),
                    step.time("finished", webhook.received())));
        }
        return steps;
    }

    private static StepResult result(String word) {
        JobOutcome outcome = word == null
                ? JobOutcome.UNKNOWN
                : outcome(word.toLowerCase(Locale.ROOT).replace('-', '_'));
        return switch (outcome) {
            case PASSED -> StepResult.PASSED;
            case FAILED, SYSTEM_FAILURE, STARTUP_FAILURE -> StepResult.FAILED;
            case TIMED_OUT -> StepResult.TIMED_OUT;
            case CANCELLED -> StepResult.CANCELLED;
            case SKIPPED -> StepResult.SKIPPED;
            case UNKNOWN -> StepResult.UNKNOWN;
        };
    }
}
