package whybroke.rules.match.scan;

import java.util.Set;

/**
 * What is known of a part of a pattern.
 *
 * @param exact all texts it can match, if they are few; else null
 * @param must one of these is in every match, null when nothing is sure
 * @param heads every match begins with one of these
 * @param tails every match ends with one of these
 * @param weight literal characters every match has at least
 */
record Known(Set<String> exact, Set<String> must, Set<String> heads, Set<String> tails, int weight) {
    static final Set<String> NOTHING = Set.of("");
    static final Known EMPTY = exact(NOTHING, 0);
    static final Known ANYTHING = new Known(null, null, NOTHING, NOTHING, 0);

    static Known exact(Set<String> texts, int weight) {
        return new Known(texts, null, texts, texts, weight);
    }

    static Known text(String text) {
        return exact(Set.of(folded(text)), text.length());
    }

    /** The texts one of which must occur, null when nothing is sure. */
    Set<String> required() {
        return exact == null ? must : exact.contains("") ? null : exact;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }
}
