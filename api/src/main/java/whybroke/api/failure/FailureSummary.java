package whybroke.api.failure;

import java.time.Instant;
import whybroke.ingest.FailureId;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;

/**
 * One failure in a list. What is unknown is null.
 *
 * @param run people's number of the run, its id where there is none
 * @param attempt of the job, from 1
 * @param url of the job at the provider
 * @param mayFail its failure did not fail the run
 * @param judge {@code rule}, {@code history} or {@code person}
 * @param confidence lower 95% bound of the measured share of right answers
 * @param line raw line number of the evidence, null when the evidence is a fact
 * @param evidence the deciding line
 * @param version rises with every change; the ETag
 */
public record FailureSummary(
        FailureId id,
        String repository,
        String pipeline,
        String job,
        String branch,
        String commit,
        String run,
        int attempt,
        String url,
        Instant finished,
        boolean mayFail,
        LogState logState,
        VerdictOutcome outcome,
        Label label,
        String judge,
        Blame blame,
        String rule,
        Integer ruleVersion,
        Double confidence,
        Integer line,
        String evidence,
        String fingerprint,
        CauseRef cause,
        int version) {
    public record CauseRef(long id, String title, String state) {}
}
