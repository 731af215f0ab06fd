package whybroke.rules.match.course;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import whybroke.rules.log.LogLines;

/** Whether the same address was fetched well later. */
final class Requests {
    private static final List<String> WELL =
            List.of("downloaded", "200 ok", " 200 ", "succeeded", "success", "fetched");
    private static final List<String> BADLY = List.of("error", "fail", "retry", "could not", "cannot", "timed out");
    /** Addresses looked for in one log; a log with more of them in its error lines has other worries. */
    private static final int MOST = 16;

    private final LogLines log;
    private final Map<String, Integer> lastSuccess = new HashMap<>();

    Requests(LogLines log) {
        this.log = log;
    }

    boolean succeedsAfter(int line) {
        String url = url(log.line(line));
        if (url == null || (!lastSuccess.containsKey(url) && lastSuccess.size() >= MOST)) {
            return false;
        }
        return lastSuccess.computeIfAbsent(url, this::lastSuccess) > line;
    }

    private int lastSuccess(String url) {
        for (int i = log.size() - 1; i >= 0; i--) {
            String line = log.line(i);
            if (line.contains(url) && url.equals(url(line))) {
                String text = line.toLowerCase(Locale.ROOT);
                if (WELL.stream().anyMatch(text::contains) && BADLY.stream().noneMatch(text::contains)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The first address in a line, without the punctuation around it; null when there is none. */
    private static String url(String line) {
        int scheme = line.indexOf("://");
        if (scheme < 1) {
            return null;
        }
        int first = scheme;
        while (first > 0 && Character.isLetterOrDigit(line.charAt(first - 1))) {
            first--;
        }
        int end = scheme + 3;
        while (end < line.length() && " \t\"'`<>()[]{},;|".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        while (end > scheme && ".:".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(first, end);
    }
}
