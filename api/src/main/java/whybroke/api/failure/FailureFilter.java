package whybroke.api.failure;

import java.time.Instant;
import whybroke.ingest.LogState;

/**
 * Which failures; every field may be null, all given ones must hold.
 *
 * @param label one of the five, or {@code none} for unlabelled
 * @param repository full name; one {@code *} at the end allows any rest, {@code acme/*}
 * @param branch exactly
 * @param job name, exactly
 * @param since inclusive
 * @param until exclusive
 * @param q words in job, repository, branch or evidence, case ignored; all must occur
 */
public record FailureFilter(
        String label,
        String repository,
        String branch,
        String job,
        VerdictOutcome outcome,
        LogState logState,
        Long cause,
        Instant since,
        Instant until,
        String q) {
    public static final FailureFilter ALL =
            new FailureFilter(null, null, null, null, null, null, null, null, null, null);

    public static FailureFilter ofCause(long cause) {
        return new FailureFilter(null, null, null, null, null, null, cause, null, null, null);
    }
}
