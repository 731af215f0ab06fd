package whybroke.classifier.index.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text, one after the other. A word is a run of letters, digits and underscores, and of dots between two
 * digits, so that {@code ERR_PNPM_NO_MATCHING}, {@code NullPointerException} and {@code 1.2.3} are one word each and
 * {@code /srv/app/main.go} is four. Used for indexing, for reading queries and for marking what matched, so that the
 * three cannot disagree.
 */
public final class Words {
    /** Characters of a word that count; the rest of a longer one, mostly base64, is passed over. */
    static final int LONGEST = 128;

    private static final int MOST_PARTS = 16;
    private final CharSequence text;
    private int end;

    public Words(CharSequence text) {
        this.text = text;
    }

    public static List<Word> of(CharSequence text) {
        List<Word> words = new ArrayList<>();
        Words reader = new Words(text);
        for (Word word = reader.next(); word != null; word = reader.next()) {
            words.add(word);
        }
        return words;
    }

    /** The next word, null at the end. */
    public Word next() {
        int start = end;
        while (start < text.length() && !isPartOfWord(start)) {
            start++;
        }
        if (start == text.length()) {
            return null;
        }
        end = start + 1;
        while (end < text.length() && isPartOfWord(end)) {
            end++;
        }
        return word(start, Math.min(end, start + LONGEST));
    }

    private boolean isPartOfWord(int at) {
        char c = text.charAt(at);
        if (c == '.') {
            return isDigit(at - 1) && isDigit(at + 1);
        }
        return c == '_' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private Word word(int from, int to) {
        List<Part> parts = new ArrayList<>();
        int begin = from;
        for (int at = from; at < to && parts.size() < MOST_PARTS; at++) {
            if (isSeparator(at)) {
                addPart(parts, begin, at);
                begin = at + 1;
            } else if (at > begin && startsPart(at, to)) {
                addPart(parts, begin, at);
                begin = at;
            }
        }
        addPart(parts, begin, to);
        boolean isWhole =
                parts.size() == 1 && parts.getFirst().end() - parts.getFirst().start() == to - from;
        return new Word(lower(from, to), from, to, isWhole ? List.of() : List.copyOf(parts));
    }

    private boolean isSeparator(int at) {
        return text.charAt(at) == '_' || text.charAt(at) == '.';
    }

    /** True at {@code P} of {@code nullPointer} and of {@code XMLParser}. */
    private boolean startsPart(int at, int to) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        char before = text.charAt(at - 1);
        boolean lowerFollows = at + 1 < to && Character.isLowerCase(text.charAt(at + 1));
        return !Character.isUpperCase(before) || lowerFollows;
    }

    private void addPart(List<Part> parts, int from, int to) {
        if (from < to && parts.size() < MOST_PARTS) {
            parts.add(new Part(lower(from, to), from, to));
        }
    }

    private String lower(int from, int to) {
        return text.subSequence(from, to).toString().toLowerCase(Locale.ROOT);
    }

    /**
     * @param term in lower case
     * @param start of it in the text
     * @param end of it in the text, exclusive
     * @param parts it is made of, empty when it is one
     */
    public record Word(String term, int start, int end, List<Part> parts) {
        public List<String> partTerms() {
            return parts.stream().map(Part::term).toList();
        }
    }

    /** A part of a word, {@code pointer} of {@code NullPointerException}. */
    public record Part(String term, int start, int end) {}
}
