package whybroke.classifier.index.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lines of a tail that a query found, escaped for HTML, matches in {@code <mark>}. */
public final class Highlights {
    private static final int MOST = 3;
    /** Lines looked at closely before the best are chosen. */
    private static final int CANDIDATES = 200;

    private Highlights() {}

    /** At most 3 fragments of at most 300 characters of text each, in the order of the text. */
    public static List<String> of(String text, List<Needle> needles) {
        if (text == null || needles.isEmpty()) {
            return List.of();
        }
        return candidates(text, needles).stream()
                .sorted(Comparator.comparingInt(MarkedLine::needles).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(MarkedLine::number))
                .map(MarkedLine::html)
                .toList();
    }

    private static List<MarkedLine> candidates(String text, List<Needle> needles) {
        List<MarkedLine> found = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (needles.stream().anyMatch(needle -> needle.maybeIn(lower))) {
                MarkedLine marked = MarkedLine.of(number, line, needles);
                if (marked.needles() > 0) {
                    found.add(marked);
                }
            }
            if (found.size() == CANDIDATES) {
                break;
            }
            number++;
        }
        return found;
    }
}
