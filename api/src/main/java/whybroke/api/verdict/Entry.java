package whybroke.api.verdict;

import java.time.Instant;
import java.util.UUID;
import whybroke.rules.library.LibraryHash;

/**
 * A row of the ledger, as far as the current verdict is made of it.
 *
 * @param id of the row, grows with the time of writing
 * @param library null unless a rule's
 * @param outcome {@code labelled}, {@code no-rule}, {@code ambiguous}, {@code no-evidence}; history's: {@code labelled}
 *     or {@code withdrawn}
 * @param passed the job that passed, history's only
 */
record Entry(
        long id,
        LibraryHash library,
        String outcome,
        String label,
        String blame,
        String rule,
        Integer ruleVersion,
        String tier,
        Double confidence,
        Integer rawLine,
        String evidence,
        String fingerprint,
        UUID passed,
        Instant at) {
    static final String LABELLED = "labelled";
    static final String WITHDRAWN = "withdrawn";

    boolean isLabelled() {
        return LABELLED.equals(outcome);
    }
}
