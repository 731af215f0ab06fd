package whybroke.rules.library;

import java.util.List;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.match.Tier;

/**
 * One rule as its author wrote it, defaults filled in.
 *
 * @param remedy the Markdown of remedy.md
 */
public record Rule(
        RuleId id,
        int version,
        Status status,
        Label label,
        Blame blame,
        Tier tier,
        String summary,
        String fingerprint,
        OnUnchangedPass onUnchangedPass,
        String owner,
        Retry retry,
        String proof,
        List<String> references,
        String remedy) {
    public enum Status {
        DRAFT,
        SHADOW,
        ACTIVE,
        RETIRED
    }

    public enum OnUnchangedPass {
        KEEP,
        FLAKY_TEST
    }

    public enum Retry {
        NEVER,
        ONCE,
        WITH_BACKOFF
    }
}
