package whybroke.rules.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.match.Phase;
import whybroke.rules.match.Tier;

/** From the fields of a rule, written in YAML or taken from a bundle, to a {@link Rule} with its defaults filled in. */
final class RuleReader {
    private static final int LONGEST_SUMMARY = 200;
    private static final int LONGEST_REMEDY = 64 * 1024;

    private RuleReader() {}

    /** @throws RuleException with one sentence for the author */
    static Rule read(String where, JsonNode node, String remedy) {
        Fields fields = new Fields(
                where,
                node,
                "id",
                "version",
                "status",
                "label",
                "blame",
                "tier",
                "summary",
                "when",
                "recoveredBy",
                "scope",
                "fingerprint",
                "onUnchangedPass",
                "owner",
                "retry",
                "proof",
                "references",
                "inTestOutput",
                "weak");
        Label label = label(fields);
        if (!fields.has("version")) {
            throw fields.wrong("needs the field 'version'");
        }
        return new Rule(
                id(fields),
                fields.number("version", 1),
                fields.word("status", Rule.Status.class, Rule.Status.DRAFT),
                label,
                fields.word("blame", Blame.class, label.usualBlame()),
                fields.word("tier", Tier.class, Tier.CAUSE),
                bounded(fields, "summary", fields.text("summary"), LONGEST_SUMMARY),
                fields.text("fingerprint", ""),
                fields.word("onUnchangedPass", Rule.OnUnchangedPass.class, Rule.OnUnchangedPass.KEEP),
                fields.text("owner", "@code"),
                fields.word("retry", Rule.Retry.class, Rule.Retry.NEVER),
                fields.text("proof", ""),
                fields.texts("references"),
                bounded(fields, "remedy", remedy, LONGEST_REMEDY),
                ConditionReader.when(where, fields.get("when")),
                fields.has("recoveredBy") ? ConditionReader.recovery(where, fields.get("recoveredBy")) : null,
                scope(where, fields, label),
                fields.flag("inTestOutput"),
                fields.flag("weak"));
    }

    private static RuleId id(Fields fields) {
        try {
            return new RuleId(fields.text("id"));
        } catch (IllegalArgumentException wrong) {
            throw fields.wrong("field 'id': " + wrong.getMessage());
        }
    }

    private static Label label(Fields fields) {
        fields.text("label");
        return fields.word("label", Label.class, null);
    }

    private static Scope scope(String where, Fields rule, Label label) {
        Scope.OfCause usual = Scope.OfCause.usual(label);
        String tool = id(rule).tool();
        if (!rule.has("scope")) {
            return new Scope(tool, List.of(), List.of(), List.of(), List.of(), usual);
        }
        Fields scope = new Fields(
                where + ", 'scope'", rule.get("scope"), "tool", "provider", "phase", "branch", "repository", "cause");
        return new Scope(
                scope.text("tool", tool),
                scope.texts("provider"),
                scope.words("phase", Phase.class),
                scope.texts("branch"),
                scope.texts("repository"),
                scope.word("cause", Scope.OfCause.class, usual));
    }

    private static String bounded(Fields fields, String name, String text, int longest) {
        if (text.length() > longest) {
            throw fields.wrong("field '" + name + "' is longer than " + longest + " characters");
        }
        return text;
    }
}
