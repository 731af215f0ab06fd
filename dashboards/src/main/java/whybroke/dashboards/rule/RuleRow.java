package whybroke.dashboards.rule;

import java.util.Locale;
import whybroke.api.rule.RuleSummary;
import whybroke.dashboards.text.When;

/** One rule in the catalogue. */
public record RuleRow(RuleSummary rule, When lastHit) {
    public String stage() {
        return rule.status().name().toLowerCase(Locale.ROOT);
    }
}
