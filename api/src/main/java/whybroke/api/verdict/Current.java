package whybroke.api.verdict;

import java.time.Instant;
import java.util.Optional;

/**
 * The current verdict on a failure: person over history over rule. Whoever gives the label, rule, evidence, fingerprint
 * and cause stay those of the rules' verdict: they say what was seen, and a failure does not change its cause because
 * somebody calls it by another name.
 *
 * @param judge {@code rule}, {@code history}, {@code person}; null while pending
 * @param verdict row of the ledger that gave outcome and label, null while pending
 */
record Current(
        String outcome,
        String judge,
        String label,
        String blame,
        String rule,
        Integer ruleVersion,
        String tier,
        Double confidence,
        Integer rawLine,
        String evidence,
        String fingerprint,
        Long cause,
        Long verdict,
        Instant judged) {
    static final Current PENDING =
            new Current("pending", null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @param cause of the rules' fingerprint, null when it has none */
    static Current of(Optional<Entry> rule, Optional<Entry> history, Optional<Entry> person, Long cause) {
        Current seen = rule.map(entry -> seen(entry, cause)).orElse(PENDING);
        return person.map(entry -> seen.said("person", entry))
                .or(() -> history.map(entry -> seen.said("history", entry)))
                .orElse(seen);
    }

    private static Current seen(Entry entry, Long cause) {
        return new Current(
                entry.outcome(),
                "rule",
                entry.label(),
                entry.blame(),
                entry.rule(),
                entry.ruleVersion(),
                entry.tier(),
                entry.confidence(),
                entry.rawLine(),
                entry.evidence(),
                entry.fingerprint(),
                cause,
                entry.id(),
                entry.at());
    }

    /** Who agrees with the rule also keeps whom it blames, which may differ from what the label usually says. */
    private Current said(String by, Entry entry) {
        return new Current(
                entry.outcome(),
                by,
                entry.label(),
                entry.label().equals(label) ? blame : entry.blame(),
                rule,
                ruleVersion,
                tier,
                null,
                rawLine,
                evidence,
                fingerprint,
                cause,
                entry.id(),
                entry.at());
    }
}
