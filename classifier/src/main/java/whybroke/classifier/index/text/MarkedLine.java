package whybroke.classifier.index.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One line with what was found in it.
 *
 * @param number of the line in its text, from 0
 * @param marks the characters that matched
 * @param needles how many different needles matched
 */
record MarkedLine(int number, String line, BitSet marks, int needles) {
    private static final int LONGEST = 300;
    private static final int LEAD = 60;

    static MarkedLine of(int number, String line, List<Needle> needles) {
        List<Words.Word> words = Words.of(line);
        BitSet marks = new BitSet();
        int found = 0;
        for (Needle needle : needles) {
            List<Integer> starts = starts(words, needle);
            starts.forEach(start -> marks.set(
                    words.get(start).start(),
                    words.get(start + needle.words().size() - 1).end()));
            found += starts.isEmpty() ? 0 : 1;
        }
        return new MarkedLine(number, line, marks, found);
    }

    private static List<Integer> starts(List<Words.Word> words, Needle needle) {
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at + needle.words().size() <= words.size(); at++) {
            if (matches(words, at, needle)) {
                starts.add(at);
            }
        }
        return starts;
    }

    private static boolean matches(List<Words.Word> words, int at, Needle needle) {
        for (int i = 0; i < needle.words().size(); i++) {
            if (!needle.isAt(i, words.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    /** A long line is cut round its first mark. */
    String html() {
        int from = line.length() <= LONGEST ? 0 : onBoundary(Math.max(0, marks.nextSetBit(0) - LEAD));
        int to = line.length() <= LONGEST ? line.length() : onBoundary(Math.min(line.length(), from + LONGEST));
        StringBuilder html = new StringBuilder(from > 0 ? "… " : "");
        for (int at = from; at < to; ) {
            boolean marked = marks.get(at);
            int end = Math.min(to, Math.max(at + 1, marked ? marks.nextClearBit(at) : nextMark(at)));
            String escaped = Html.escape(line.substring(at, end));
            html.append(marked ? "<mark>" + escaped + "</mark>" : escaped);
            at = end;
        }
        return html.append(to < line.length() ? " …" : "").toString();
    }

    private int nextMark(int at) {
        int next = marks.nextSetBit(at);
        return next < 0 ? line.length() : next;
    }

    /** Never between the two halves of a surrogate pair. */
    private int onBoundary(int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
