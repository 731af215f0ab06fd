package whybroke.classifier.index.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines that tell what a failure is like: round the deciding line, or the end of the log when nothing decided. What
 * varies from run to run, numbers and hashes, is left out.
 */
public final class Window {
    private static final int BEFORE = 15;
    private static final int AFTER = 15;
    private static final int AT_THE_END = 40;
    /** {@code E404}, {@code h2} are names; longer words with digits are mostly hashes, versions, times. */
    private static final int LONGEST_NAME_WITH_DIGITS = 5;

    private Window() {}

    /** @param evidence the deciding line, null when there is none */
    public static String of(String text, String evidence) {
        if (text == null) {
            return evidence == null ? "" : telling(evidence);
        }
        List<String> lines = text.lines().toList();
        int decisive = find(lines, evidence);
        int from = decisive < 0 ? lines.size() - AT_THE_END : decisive - BEFORE;
        int to = decisive < 0 ? lines.size() : decisive + AFTER + 1;
        return lines.subList(Math.max(0, from), Math.min(lines.size(), to)).stream()
                .map(Window::telling)
                .collect(Collectors.joining("\n"));
    }

    private static int find(List<String> lines, String evidence) {
        if (evidence == null || evidence.isBlank()) {
            return -1;
        }
        int exact = lines.indexOf(evidence);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(evidence)) {
                return i;
            }
        }
        return -1;
    }

    private static String telling(String line) {
        return Words.of(line).stream()
                .filter(Window::isName)
                .map(word -> line.substring(word.start(), word.end()))
                .collect(Collectors.joining(" "));
    }

    private static boolean isName(Words.Word word) {
        boolean hasDigit = word.term().chars().anyMatch(Character::isDigit);
        return !hasDigit
                || (word.term().length() <= LONGEST_NAME_WITH_DIGITS
                        && Character.isLetter(word.term().charAt(0)));
    }
}
