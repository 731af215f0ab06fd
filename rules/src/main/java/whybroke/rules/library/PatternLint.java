package whybroke.rules.library;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whybroke.rules.match.scan.Literals;

/** What is wrong with the patterns of a rule. */
final class PatternLint {
    private final List<String> sentences = new ArrayList<>();
    private final Set<String> captures = new HashSet<>();

    private PatternLint() {}

    static List<String> check(Rule rule) {
        PatternLint lint = new PatternLint();
        rule.patterns().forEach(lint::pattern);
        if (!rule.weak() && lint.sentences.isEmpty()) {
            rule.when().anyOf().forEach(lint::weakness);
            rule.when().allOf().forEach(lint::weakness);
        }
        if (lint.sentences.stream().noneMatch(sentence -> sentence.contains("not RE2"))) {
            lint.fingerprint(rule.fingerprint());
        }
        return lint.sentences;
    }

    private void pattern(String pattern) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            sentences.add("has the pattern '" + pattern + "', which is not RE2: " + reason(wrong));
            return;
        }
        captures.addAll(compiled.namedGroups().keySet());
        if (compiled.matcher("").find()) {
            sentences.add("has the pattern '" + pattern
                    + "', which matches an empty line and so every log; require some text");
        }
    }

    /** Of several lines one strong pattern is enough: the others are looked for only where it was found. */
    private void weakness(Condition condition) {
        switch (condition) {
            case Condition.Line line -> weakness(List.of(line.pattern()));
            case Condition.Lines lines -> weakness(lines.patterns());
            case Condition.Fact fact -> {}
            case Condition.AnyOf any -> any.conditions().forEach(this::weakness);
            case Condition.AllOf all -> all.conditions().forEach(this::weakness);
        }
    }

    private void weakness(List<String> patterns) {
        if (patterns.stream().allMatch(pattern -> Literals.of(pattern).weak())) {
            sentences.add("has the weak pattern '" + patterns.getFirst() + "': no text of " + Literals.USABLE
                    + " bytes is in every match, so it is tried on every line of every log; add such a text,"
                    + " a second line beside it, or 'weak: true' if that is meant");
        }
    }

    private void fingerprint(String template) {
        int open = template.indexOf('{');
        while (open >= 0) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                sentences.add("has the fingerprint '" + template + "' with a { that is not closed; write {capture}");
                return;
            }
            String name = template.substring(open + 1, close);
            if (!captures.contains(name)) {
                sentences.add("has the fingerprint '" + template + "', but no pattern captures '" + name
                        + "'; name a group (?<" + name + ">...) or correct the name");
            }
            open = template.indexOf('{', close);
        }
    }

    private static String reason(PatternSyntaxException wrong) {
        String part = wrong.getPattern() == null ? "" : wrong.getPattern();
        String hint;
        if (part.startsWith("(?=") || part.startsWith("(?!") || part.startsWith("(?<=") || part.startsWith("(?<!")) {
            hint = "look-around cannot be matched in linear time; use noneOf, a sequence, or match the text itself";
        } else if (part.startsWith("(?>") || wrong.getDescription().contains("nested repetition")) {
            hint =
                    "there are no atomic groups, possessive or stacked repetitions; a plain repetition does the same here";
        } else if (part.matches("\\\\[1-9]")) {
            hint = "back-references cannot be matched in linear time; capture twice and compare in the fingerprint";
        } else if (wrong.getDescription().contains("repeat count")) {
            hint = "a repetition counts to at most 1000; use * or +";
        } else {
            hint = "correct it, or write the text literally with \\Q...\\E";
        }
        return wrong.getDescription() + (part.isEmpty() ? "" : " '" + part + "'") + "; " + hint;
    }
}
