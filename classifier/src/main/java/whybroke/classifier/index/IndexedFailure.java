package whybroke.classifier.index;

import java.time.Instant;
import java.util.Objects;
import whybroke.ingest.FailureId;

/**
 * What the index knows of one failure.
 *
 * @param fetch whose log this is, 0 before any fetch: a later one is never replaced by an earlier one
 * @param repository full name, also its visibility's key
 * @param label current, null when unlabelled
 * @param judge of the current label: {@code rule}, {@code history}, {@code person}; null when unlabelled
 * @param rule deciding rule's path, null when none
 * @param fingerprint current
 * @param evidence the deciding line, null when none
 * @param text the tail, null when there is none
 */
public record IndexedFailure(
        FailureId id,
        int fetch,
        String provider,
        String repository,
        String pipeline,
        String job,
        String branch,
        Instant finished,
        String label,
        String judge,
        String rule,
        String fingerprint,
        String evidence,
        String text) {
    /** True when this, as stored, is what a rule's verdict said, or a person or history has spoken over it. */
    public boolean agreesWith(IndexedFailure said) {
        boolean outranked = judge != null && !judge.equals("rule");
        return (text == null) == (said.text == null)
                && (outranked
                        || (Objects.equals(label, said.label)
                                && Objects.equals(rule, said.rule)
                                && Objects.equals(fingerprint, said.fingerprint)));
    }

    /** Somebody else's label. */
    public IndexedFailure withWord(String newLabel, String newJudge) {
        return new IndexedFailure(
                id,
                fetch,
                provider,
                repository,
                pipeline,
                job,
                branch,
                finished,
                newLabel,
                newJudge,
                rule,
                fingerprint,
                evidence,
                text);
    }

    public IndexedFailure withText(String newText) {
        return new IndexedFailure(
                id,
                fetch,
                provider,
                repository,
                pipeline,
                job,
                branch,
                finished,
                label,
                judge,
                rule,
                fingerprint,
                evidence,
                newText);
    }
}
