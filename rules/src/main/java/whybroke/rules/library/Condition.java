package whybroke.rules.library;

import java.util.List;

/** What must be seen for a rule to hit. Line numbers are those of kept lines. */
public sealed interface Condition {
    /** A pattern searched in every line. */
    record Line(String pattern) implements Condition {}

    /**
     * Patterns on different lines.
     *
     * @param ordered in this order; else in any
     * @param within lines from the first to the last of them
     * @param decisive which pattern's line decides, from 1
     */
    record Lines(List<String> patterns, boolean ordered, int within, int decisive) implements Condition {
        public Lines {
            patterns = List.copyOf(patterns);
        }
    }

    /** One of the values, letter case ignored, or the pattern found in the fact; an unknown fact never holds. */
    record Fact(FactName fact, List<String> values, String pattern) implements Condition {
        public Fact {
            values = List.copyOf(values);
        }
    }

    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** The deciding line is that of the first condition that has one; the others hold anywhere. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }
}
