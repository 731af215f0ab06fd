package whybroke.classifier.index.text;

import java.util.List;

/**
 * What to mark in a text.
 *
 * @param words of a phrase, or one
 * @param prefix the last word may go on
 */
public record Needle(List<Words.Word> words, boolean prefix) {
    public Needle {
        words = List.copyOf(words);
    }

    /** A text in lower case that any line with this needle contains. */
    String literal() {
        Words.Word first = words.getFirst();
        return first.parts().isEmpty() ? first.term() : first.parts().getFirst().term();
    }

    /** True when this needle's first word may stand in that line, given in lower case. */
    boolean maybeIn(String line) {
        return line.contains(literal());
    }

    /** True when word number {@code index} of this needle is {@code found}. */
    boolean isAt(int index, Words.Word found) {
        Words.Word wanted = words.get(index);
        boolean last = index == words.size() - 1;
        return found.term().equals(wanted.term())
                || (prefix && last && startsWith(found, wanted.term()))
                || (words.size() == 1 && isPartOf(found, wanted));
    }

    private static boolean startsWith(Words.Word found, String prefix) {
        return found.term().startsWith(prefix) || found.partTerms().stream().anyMatch(part -> part.startsWith(prefix));
    }

    private static boolean isPartOf(Words.Word found, Words.Word wanted) {
        List<String> parts = found.partTerms();
        return wanted.parts().isEmpty() ? parts.contains(wanted.term()) : parts.containsAll(wanted.partTerms());
    }
}
