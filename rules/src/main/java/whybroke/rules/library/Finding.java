package whybroke.rules.library;

/**
 * One thing wrong with a rule: what it is and how to mend it, in one sentence.
 *
 * @param rule id or file
 */
public record Finding(String rule, String sentence) {
    @Override
    public String toString() {
        return rule + " " + sentence;
    }
}
