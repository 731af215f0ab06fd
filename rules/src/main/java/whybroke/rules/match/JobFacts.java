package whybroke.rules.match;

import java.util.List;

/**
 * What is known of a failed job besides its log. A rule may decide on these alone. Anything may be null when unknown.
 *
 * @param provider {@code github}, {@code generic} ...
 * @param repository full name, {@code acme/shop}
 * @param branch as the provider writes it
 * @param job its name
 * @param outcome how it ended
 * @param providerReason the provider's own word for result or reason, {@code startup_failure}
 * @param exitCode of the failing step or job
 * @param signal that ended it, {@code SIGKILL}
 * @param runner name or group of the machine that ran it
 * @param steps in order; empty when the provider reports none
 */
public record JobFacts(
        String provider,
        String repository,
        String branch,
        String job,
        JobOutcome outcome,
        String providerReason,
        Integer exitCode,
        String signal,
        String runner,
        List<StepFact> steps) {
    /** Nothing known but the log: the command line's and the samples' default. */
    public static final JobFacts NONE =
            new JobFacts(null, null, null, null, JobOutcome.FAILED, null, null, null, null, List.of());

    public JobFacts {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
