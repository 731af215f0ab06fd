package whybroke.rules.library;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A rule in its one canonical form: every field, defaults filled in, in a fixed order. Hashes and bundles are made of it,
 * so comments, layout and short forms of the YAML change no identity.
 */
final class RuleWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleWriter() {}

    static ObjectNode write(Rule rule) {
        ObjectNode node = JSON.objectNode();
        node.put("id", rule.id().path());
        node.put("version", rule.version());
        node.put("status", Rule.word(rule.status()));
        node.setAll(meaning(rule));
        node.put("summary", rule.summary());
        node.put("owner", rule.owner());
        node.put("retry", Rule.word(rule.retry()));
        node.put("proof", rule.proof());
        node.set("references", texts(rule.references()));
        node.put("weak", rule.weak());
        return node;
    }

    /** What may not change without a new version: what the rule matches and what it says then. */
    static ObjectNode meaning(Rule rule) {
        ObjectNode node = JSON.objectNode();
        node.put("label", rule.label().word());
        node.put("blame", rule.blame().word());
        node.put("tier", rule.tier().word());
        node.put("fingerprint", rule.fingerprint());
        node.put("onUnchangedPass", Rule.word(rule.onUnchangedPass()));
        node.set("when", when(rule.when()));
        if (rule.recoveredBy() != null) {
            node.putObject("recoveredBy")
                    .put("line", rule.recoveredBy().line())
                    .put("scope", rule.recoveredBy().scope().words());
        }
        node.set("scope", scope(rule.scope()));
        node.put("inTestOutput", rule.inTestOutput());
        return node;
    }

    private static ObjectNode when(When when) {
        ObjectNode node = JSON.objectNode();
        if (!when.anyOf().isEmpty()) {
            node.set("anyOf", conditions(when.anyOf()));
        }
        if (!when.allOf().isEmpty()) {
            node.set("allOf", conditions(when.allOf()));
        }
        ArrayNode noneOf = JSON.arrayNode();
        for (When.NoneOf none : when.noneOf()) {
            ObjectNode item = condition(none.condition());
            noneOf.add(
                    none.within() == null
                            ? item
                            : item.put("within", none.within().words()));
        }
        return noneOf.isEmpty() ? node : node.set("noneOf", noneOf);
    }

    private static ArrayNode conditions(List<Condition> conditions) {
        ArrayNode node = JSON.arrayNode();
        conditions.forEach(condition -> node.add(condition(condition)));
        return node;
    }

    private static ObjectNode condition(Condition condition) {
        ObjectNode node = JSON.objectNode();
        return switch (condition) {
            case Condition.Line line -> node.put("line", line.pattern());
            case Condition.Lines lines -> {
                node.set(lines.ordered() ? "sequence" : "near", texts(lines.patterns()));
                yield node.put("within", lines.within() + " lines").put("decisive", lines.decisive());
            }
            case Condition.Fact fact -> {
                node.put("fact", fact.fact().word());
                yield fact.pattern() != null
                        ? node.put("matches", fact.pattern())
                        : node.set("equals", texts(fact.values()));
            }
            case Condition.AnyOf any -> node.set("anyOf", conditions(any.conditions()));
            case Condition.AllOf all -> node.set("allOf", conditions(all.conditions()));
        };
    }

    private static ObjectNode scope(Scope scope) {
        ObjectNode node = JSON.objectNode();
        node.put("tool", scope.tool());
        node.set("provider", texts(scope.provider()));
        node.set("phase", texts(scope.phase().stream().map(Rule::word).toList()));
        node.set("branch", texts(scope.branch()));
        node.set("repository", texts(scope.repository()));
        return node.put("cause", Rule.word(scope.cause()));
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode node = JSON.arrayNode();
        texts.forEach(node::add);
        return node;
    }
}
