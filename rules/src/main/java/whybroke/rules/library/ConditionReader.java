package whybroke.rules.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code when} and {@code recoveredBy}. */
final class ConditionReader {
    private static final int MOST_LINES = 8;

    private ConditionReader() {}

    static When when(String where, JsonNode node) {
        if (!node.isObject()) {
            throw new RuleException(where + " needs the field 'when' with anyOf, allOf or one condition");
        }
        if (!node.has("anyOf") && !node.has("allOf") && !node.has("noneOf")) {
            return new When(List.of(condition(where + ", 'when'", node)), List.of(), List.of());
        }
        Fields fields = new Fields(where + ", 'when'", node, "anyOf", "allOf", "noneOf");
        When when =
                new When(conditions(where, fields, "anyOf"), conditions(where, fields, "allOf"), noneOf(where, fields));
        if (when.anyOf().isEmpty() && when.allOf().isEmpty()) {
            throw fields.wrong("needs anyOf or allOf: noneOf alone matches everything");
        }
        return when;
    }

    static Recovery recovery(String where, JsonNode node) {
        Fields fields = new Fields(where + ", 'recoveredBy'", node, "line", "scope");
        return new Recovery(fields.text("line"), within(fields, "scope", fields.text("scope", "log")));
    }

    private static List<Condition> conditions(String where, Fields fields, String name) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode item : fields.items(name)) {
            conditions.add(condition(where + ", '" + name + "' " + (conditions.size() + 1), item));
        }
        if (fields.has(name) && conditions.isEmpty()) {
            throw fields.wrong("field '" + name + "' is an empty list; give it a condition or leave it out");
        }
        return conditions;
    }

    private static Condition condition(String where, JsonNode node) {
        if (node.has("line")) {
            return new Condition.Line(new Fields(where, node, "line").text("line"));
        } else if (node.has("sequence") || node.has("near")) {
            return lines(where, node);
        } else if (node.has("fact")) {
            return fact(new Fields(where, node, "fact", "equals", "matches"));
        } else if (node.has("anyOf")) {
            Fields fields = new Fields(where, node, "anyOf");
            return new Condition.AnyOf(conditions(where, fields, "anyOf"));
        }
        Fields fields = new Fields(where, node, "allOf", "line", "sequence", "near", "fact", "anyOf");
        if (!fields.has("allOf")) {
            throw fields.wrong("must have one of line, sequence, near, fact, anyOf, allOf");
        }
        return new Condition.AllOf(conditions(where, fields, "allOf"));
    }

    private static Condition lines(String where, JsonNode node) {
        boolean ordered = node.has("sequence");
        String name = ordered ? "sequence" : "near";
        Fields fields = new Fields(where, node, name, "within", "decisive");
        List<String> patterns = fields.texts(name);
        if (patterns.size() < 2 || patterns.size() > MOST_LINES) {
            throw fields.wrong("field '" + name + "' needs 2 to " + MOST_LINES + " patterns");
        }
        int decisive = fields.number("decisive", 1);
        if (decisive > patterns.size()) {
            throw fields.wrong("field 'decisive' must be 1 to " + patterns.size() + ", the number of a pattern");
        }
        if (!(within(fields, "within", fields.text("within")) instanceof Within.Lines within)) {
            throw fields.wrong("field 'within' must be a number of lines, for example 10 lines");
        }
        return new Condition.Lines(patterns, ordered, within.count(), decisive);
    }

    private static Condition fact(Fields fields) {
        fields.text("fact");
        if (fields.has("equals") == fields.has("matches")) {
            throw fields.wrong("needs either 'equals' or 'matches'");
        }
        return new Condition.Fact(
                factName(fields), fields.texts("equals"), fields.has("matches") ? fields.text("matches") : null);
    }

    private static FactName factName(Fields fields) {
        String name = fields.text("fact");
        return Arrays.stream(FactName.values())
                .filter(fact -> fact.word().equals(name))
                .findFirst()
                .orElseThrow(() -> fields.wrong("knows no fact '" + name + "'; the facts are "
                        + String.join(
                                ", ",
                                Arrays.stream(FactName.values())
                                        .map(FactName::word)
                                        .toList())));
    }

    private static List<When.NoneOf> noneOf(String where, Fields when) {
        List<When.NoneOf> noneOf = new ArrayList<>();
        for (JsonNode item : when.items("noneOf")) {
            String here = where + ", 'noneOf' " + (noneOf.size() + 1);
            if (item.has("fact")) {
                noneOf.add(new When.NoneOf(fact(new Fields(here, item, "fact", "equals", "matches")), null));
                continue;
            }
            Fields fields = new Fields(here, item, "line", "within");
            if (!fields.has("within")) {
                throw fields.wrong("needs 'within': say how far it reaches with N lines, step or log");
            }
            Condition line = new Condition.Line(fields.text("line"));
            noneOf.add(new When.NoneOf(line, within(fields, "within", fields.text("within"))));
        }
        return noneOf;
    }

    private static Within within(Fields fields, String name, String words) {
        try {
            return Within.of(words);
        } catch (IllegalArgumentException wrong) {
            throw fields.wrong("field '" + name + "': " + wrong.getMessage());
        }
    }
}
