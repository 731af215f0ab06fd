package whybroke.dashboards.rule;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import whybroke.api.rule.RuleDetail;
import whybroke.api.rule.RuleSummary;
import whybroke.dashboards.failure.Links;
import whybroke.dashboards.failure.Words;
import whybroke.dashboards.text.Remedy;
import whybroke.dashboards.text.Times;
import whybroke.dashboards.text.When;

/** One rule, in the order of its page. */
public record RuleView(RuleDetail detail, RawString remedy, When lastHit, String retry, List<Reference> references) {
    /** @param href null when a browser must not follow it */
    public record Reference(String text, String href) {}

    static RuleView of(RuleDetail detail, Times times) {
        RuleSummary rule = detail.summary();
        return new RuleView(
                detail,
                Remedy.html(detail.remedy()),
                times.when(rule.lastHit()),
                rule.retry() == null ? null : Words.retry(rule.retry().name()),
                detail.references().stream()
                        .map(text -> new Reference(text, Links.web(text)))
                        .toList());
    }

    public RuleSummary rule() {
        return detail.summary();
    }

    public String stage() {
        return rule().status().name().toLowerCase(Locale.ROOT);
    }

    public String whose() {
        return Words.whose(rule().blame());
    }

    public String owner() {
        String owner = rule().owner();
        return owner == null || owner.isBlank() || owner.equals("@code") ? "whoever owns the failing code" : owner;
    }
}
