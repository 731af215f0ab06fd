package whybroke.api.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureSummary;
import whybroke.api.failure.VerdictOutcome;
import whybroke.ingest.FailureId;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;

/**
 * What became of an uploaded log.
 *
 * @param state {@code judged}, or {@code accepted} while the verdict is still to come
 * @param url for people
 * @param label null when none; {@code outcome} says why
 * @param line raw line number of the evidence
 * @param summary the deciding rule's sentence
 * @param remedy Markdown
 * @param seenBefore failures of the same cause before this one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Uploaded(
        FailureId id,
        String state,
        String url,
        LogState logState,
        VerdictOutcome outcome,
        Label label,
        Blame blame,
        String rule,
        Integer ruleVersion,
        Double confidence,
        Integer line,
        String evidence,
        String summary,
        FailureSummary.CauseRef cause,
        String remedy,
        String fingerprint,
        Long seenBefore) {
    static Uploaded accepted(FailureId id, String url) {
        return new Uploaded(
                id,
                "accepted",
                url,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Uploaded judged(FailureDetail detail, String url) {
        FailureSummary failure = detail.summary();
        return new Uploaded(
                failure.id(),
                "judged",
                url,
                failure.logState(),
                failure.outcome(),
                failure.label(),
                failure.blame(),
                failure.rule(),
                failure.ruleVersion(),
                failure.confidence(),
                failure.line(),
                failure.evidence(),
                detail.verdict() == null ? null : detail.verdict().summary(),
                failure.cause(),
                detail.remedy() == null ? null : detail.remedy().markdown(),
                failure.fingerprint(),
                detail.seen().before());
    }
}
