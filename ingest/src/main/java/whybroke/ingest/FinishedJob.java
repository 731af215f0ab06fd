package whybroke.ingest;

import java.time.Instant;
import java.util.List;
import whybroke.rules.log.LogImage;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.StepFact;

/**
 * One finished job, green or red, in our words: the record of {@code whybroke.jobs}. Built by a provider from one
 * event; every field but the identity may be null when the event does not carry it.
 *
 * @param connection id of the connection it came through
 * @param provider {@code github}, {@code generic} ...
 * @param host of the CI system, lower case, {@code github.com}
 * @param repository where the code is
 * @param run the pipeline run it belongs to
 * @param job the job itself
 * @param branch or tag
 * @param commit full hash
 * @param changeRequest number of the pull or merge request
 * @param outcome how it ended
 * @param reason the provider's own word for the result or its reason
 * @param exitCode when the provider reports one
 * @param signal when the provider reports one
 * @param mayFail its failure does not fail the run
 * @param steps in order
 * @param queued when it was asked for
 * @param started when a runner took it
 * @param finished when it ended: the time every figure uses
 * @param runner name of the machine
 * @param runnerGroup group or pool, labels when there is none
 * @param actor who caused the run
 * @param log the log itself when the event brought it, already clean and redacted; else null and it is fetched
 * @param logUrl where the event says its log is, null when the provider's API knows; a claim of the sender, followed
 *     only to hosts that the connection names
 */
public record FinishedJob(
        String connection,
        String provider,
        String host,
        Repository repository,
        Run run,
        Job job,
        String branch,
        String commit,
        String changeRequest,
        JobOutcome outcome,
        String reason,
        Integer exitCode,
        String signal,
        boolean mayFail,
        List<StepFact> steps,
        Instant queued,
        Instant started,
        Instant finished,
        String runner,
        String runnerGroup,
        String actor,
        LogImage log,
        String logUrl) {
    /** One whose log is where the provider's API says. */
    public FinishedJob(
            String connection,
            String provider,
            String host,
            Repository repository,
            Run run,
            Job job,
            String branch,
            String commit,
            String changeRequest,
            JobOutcome outcome,
            String reason,
            Integer exitCode,
            String signal,
            boolean mayFail,
            List<StepFact> steps,
            Instant queued,
            Instant started,
            Instant finished,
            String runner,
            String runnerGroup,
            String actor,
            LogImage log) {
        this(
                connection,
                provider,
                host,
                repository,
                run,
                job,
                branch,
                commit,
                changeRequest,
                outcome,
                reason,
                exitCode,
                signal,
                mayFail,
                steps,
                queued,
                started,
                finished,
                runner,
                runnerGroup,
                actor,
                log,
                null);
    }

    /**
     * @param id the provider's, stable across renames; the name where the provider has none
     * @param name full name, {@code acme/shop}
     * @param isPrivate null when the event does not say
     */
    public record Repository(String id, String name, Boolean isPrivate) {}

    /**
     * @param id the provider's
     * @param number people's number
     * @param attempt from 1
     * @param pipeline identity as every payload of that provider carries it (GitHub: the workflow's name)
     * @param url for people
     * @param event what triggered it, {@code push}
     */
    public record Run(String id, String number, int attempt, String pipeline, String url, String event) {}

    /**
     * @param id the provider's
     * @param name as the pipeline's author wrote it
     * @param attempt from 1
     * @param url for people
     */
    public record Job(String id, String name, int attempt, String url) {}

    public FinishedJob {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public FailureId id() {
        return FailureId.of(provider, host, job.id(), job.attempt());
    }

    public JobKey key() {
        return JobKey.of(provider, host, repository.id(), run.pipeline(), job.name());
    }

    /** What the matcher may know of it. */
    public JobFacts facts() {
        return new JobFacts(
                provider, repository.name(), branch, job.name(), outcome, reason, exitCode, signal, runner, steps);
    }

    /** For log messages: names the unit of work. */
    public String ref() {
        return provider + ":" + repository.name() + "#" + run.id() + "/" + job.id() + "." + job.attempt();
    }

    public FinishedJob withoutLog() {
        return withLog(null);
    }

    public FinishedJob withLog(LogImage image) {
        return new FinishedJob(
                connection,
                provider,
                host,
                repository,
                run,
                job,
                branch,
                commit,
                changeRequest,
                outcome,
                reason,
                exitCode,
                signal,
                mayFail,
                steps,
                queued,
                started,
                finished,
                runner,
                runnerGroup,
                actor,
                image,
                logUrl);
    }
}
