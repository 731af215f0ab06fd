package whybroke.api.rule;

import java.time.Instant;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.library.Rule;
import whybroke.rules.match.Tier;

/**
 * @param hits30 failures of the last 30 days whose current verdict is this rule's, those the viewer may see
 * @param lastHit finish time of the latest, null when there was none in 30 days
 */
public record RuleSummary(
        String id,
        int version,
        Rule.Status status,
        Label label,
        Blame blame,
        Tier tier,
        String summary,
        String owner,
        Rule.Retry retry,
        long hits30,
        Instant lastHit) {}
