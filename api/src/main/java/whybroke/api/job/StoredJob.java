package whybroke.api.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import whybroke.rules.match.JobOutcome;

/**
 * What others need of a job as it stands in its table.
 *
 * @param key as the report spells it
 * @param today the key of the job's present name, see {@link JobAliases}
 * @param started null when unknown
 */
public record StoredJob(
        UUID id,
        UUID key,
        UUID today,
        long repositoryId,
        String commit,
        JobOutcome outcome,
        boolean mayFail,
        Instant started,
        Instant finished) {
    /** Run time in whole seconds, 0 when unknown. */
    public long seconds() {
        return started == null
                ? 0
                : Math.max(0, Duration.between(started, finished).toSeconds());
    }

    public boolean passed() {
        return outcome == JobOutcome.PASSED;
    }

    static String word(JobOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    static JobOutcome outcome(String word) {
        return JobOutcome.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
