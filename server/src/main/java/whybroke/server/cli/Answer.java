package whybroke.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import whybroke.rules.library.Rule;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Outcome;

/** What became of one input. */
sealed interface Answer {
    /** @param sentence for people: which input, and why */
    record Unreadable(String sentence) implements Answer {}

    /**
     * @param label null when there is none
     * @param by the deciding hit, null when there is none
     * @param rule whose it is, null when there is none
     */
    record Judged(
            String file,
            String label,
            String outcome,
            List<Hit> candidates,
            Hit by,
            Rule rule,
            String library,
            Double confidence,
            String fingerprint,
            String template)
            implements Answer {

        /** One object on one line. */
        String json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("file", file);
            node.put("label", label);
            node.put("outcome", outcome);
            ArrayNode others = node.putArray("candidates");
            candidates.forEach(hit -> others.addObject()
                    .put("label", hit.label().word())
                    .put("rule", hit.rule().path())
                    .put("line", line(hit))
                    .put("evidence", hit.text())
                    .put("lost", hit.lost()));
            node.put("rule", by == null ? null : by.rule().path());
            node.put("ruleVersion", by == null ? null : by.version());
            node.put("library", library);
            node.put("tier", by == null ? null : by.tier().word());
            node.put("confidence", confidence);
            node.put("line", by == null ? null : line(by));
            node.put("evidence", by == null ? null : by.text());
            node.put("fingerprint", fingerprint);
            node.put("summary", rule == null ? null : rule.summary());
            node.put("remedy", rule == null ? null : rule.remedy());
            return node.toString();
        }

        /** For people, several lines. */
        String words() {
            if (by == null) {
                StringBuilder text = new StringBuilder(file)
                        .append(": no label (")
                        .append(outcome)
                        .append(')');
                if (template != null && !template.isBlank()) {
                    text.append("\n  most telling line: ").append(template);
                }
                candidates.forEach(hit -> text.append("\n  candidate: ")
                        .append(hit.label().word())
                        .append(' ')
                        .append(hit.rule())
                        .append(", line ")
                        .append(hit.rawLine()));
                return text.toString();
            }
            String place = by.line() < 0 ? "  fact: " : "  line " + by.rawLine() + ": ";
            return file + ": " + label + "\n  " + rule.summary() + " (" + rule.id() + ")\n" + place + by.text();
        }

        private static Integer line(Hit hit) {
            return hit.line() < 0 ? null : hit.rawLine();
        }
    }

    static Judged of(String file, Decision decision, RuleLibrary library) {
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled ->
                new Judged(
                        file,
                        labelled.by().label().word(),
                        "labelled",
                        List.of(),
                        labelled.by(),
                        library.rule(labelled.by().rule()).orElseThrow(),
                        library.hash().hex(),
                        labelled.confidence(),
                        decision.fingerprint().hash(),
                        null);
            case Outcome.Unlabelled unlabelled ->
                new Judged(
                        file,
                        null,
                        unlabelled.why().word(),
                        unlabelled.candidates(),
                        null,
                        null,
                        library.hash().hex(),
                        null,
                        decision.fingerprint() == null
                                ? null
                                : decision.fingerprint().hash(),
                        decision.template());
        };
    }
}
