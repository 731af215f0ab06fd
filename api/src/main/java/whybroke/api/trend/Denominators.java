package whybroke.api.trend;

import java.util.Map;

/**
 * What a rate was taken over. Jobs allowed to fail are in none of the other figures.
 *
 * @param jobs finished jobs, green ones too; cancelled and skipped ones are left out
 * @param failures of those
 * @param byLogState failures per state of the log
 * @param byOutcome failures per outcome of the verdict
 * @param mayFail failed jobs that were allowed to, shown apart
 * @param counted the sentence that says how it was counted
 */
public record Denominators(
        long jobs,
        long failures,
        Map<String, Long> byLogState,
        Map<String, Long> byOutcome,
        long mayFail,
        String counted) {}
