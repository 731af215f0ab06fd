package whybroke.rules.library;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.match.Tier;

/**
 * One rule as its author wrote it, defaults filled in.
 *
 * @param fingerprint template over captures, {@code {artifact}}; empty for one cause per rule and scope
 * @param remedy the Markdown of remedy.md
 * @param recoveredBy null when nothing undoes it
 * @param inTestOutput what it says holds even when a test printed it
 * @param weak the author accepts patterns without a required literal
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
        String remedy,
        When when,
        Recovery recoveredBy,
        Scope scope,
        boolean inTestOutput,
        boolean weak) {
    public Rule {
        references = List.copyOf(references);
    }

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

    /**
     * Reads a rule from the text of its rule.yaml and remedy.md.
     *
     * @param where names the text in messages, for example the file
     * @throws RuleException with one sentence for the author
     */
    public static Rule parse(String where, String yaml, String remedy) {
        return RuleReader.read(where, Yaml.read(where, yaml), remedy);
    }

    /** The same rule in another status. */
    Rule with(Status other) {
        return new Rule(
                id,
                version,
                other,
                label,
                blame,
                tier,
                summary,
                fingerprint,
                onUnchangedPass,
                owner,
                retry,
                proof,
                references,
                remedy,
                when,
                recoveredBy,
                scope,
                inTestOutput,
                weak);
    }

    /** True when the matcher runs it: active or shadow. */
    public boolean runs() {
        return status == Status.ACTIVE || status == Status.SHADOW;
    }

    /** All patterns of its conditions and its recovery, those over facts too. */
    public Set<String> patterns() {
        Set<String> patterns = new LinkedHashSet<>();
        when.anyOf().forEach(condition -> collect(condition, patterns));
        when.allOf().forEach(condition -> collect(condition, patterns));
        when.noneOf().forEach(none -> collect(none.condition(), patterns));
        if (recoveredBy != null) {
            patterns.add(recoveredBy.line());
        }
        return patterns;
    }

    private static void collect(Condition condition, Set<String> patterns) {
        switch (condition) {
            case Condition.Line line -> patterns.add(line.pattern());
            case Condition.Lines lines -> patterns.addAll(lines.patterns());
            case Condition.Fact fact when fact.pattern() != null -> patterns.add(fact.pattern());
            case Condition.Fact fact -> {}
            case Condition.AnyOf any -> any.conditions().forEach(each -> collect(each, patterns));
            case Condition.AllOf all -> all.conditions().forEach(each -> collect(each, patterns));
        }
    }

    /** An enum constant as rules write it, {@code flaky-test}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
