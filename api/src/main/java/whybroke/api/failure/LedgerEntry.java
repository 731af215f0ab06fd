package whybroke.api.failure;

import java.time.Instant;
import java.util.List;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.Hit;

/**
 * One word on a failure, as it was given; never changed.
 *
 * @param judge {@code rule}, {@code shadow}, {@code history} or {@code person}
 * @param outcome as {@link VerdictOutcome}, or {@code withdrawn} when history took its word back
 * @param fetches the fetch whose log was judged, null for a person's or history's word
 * @param hits all evidence, at most 32
 * @param hitCount how many there were
 */
public record LedgerEntry(
        long id,
        String judge,
        String outcome,
        Label label,
        Blame blame,
        String rule,
        Integer ruleVersion,
        Double confidence,
        Integer line,
        String evidence,
        String fingerprint,
        String library,
        Integer engine,
        Integer fetches,
        String person,
        String reason,
        Instant at,
        int hitCount,
        List<Hit> hits) {}
