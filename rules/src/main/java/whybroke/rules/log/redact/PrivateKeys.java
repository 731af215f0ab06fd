package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.blank;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Private keys in PEM, on one line or over many. Each line of a key stays a line, so that raw numbers stay right. A key
 * whose end never comes stops where the text no longer looks like one.
 */
final class PrivateKeys {
    private static final String KIND = "private-key";
    private static final String BEGIN = "-----begin ";
    private static final String END = "-----end ";
    private static final int MOST_LINES = 500;
    private static final int BODY = 16;
    /** No line has so many but one that is made to keep us busy. */
    private static final int MOST_MARKS = 16;

    private boolean inKey;
    private boolean wasInKey;
    private boolean body;
    private int column;
    private int shortLines;
    private int lines;

    static Stream<Clue> clues() {
        return Stream.of(BEGIN, END).map(word -> new Clue(word, (line, start, end, found) -> {}));
    }

    boolean isInKey() {
        return inKey;
    }

    /** How many of these secrets are not the continuation of one already counted. */
    int newIn(Spans found) {
        return found.count() - (wasInKey && found.startsWith(KIND) ? 1 : 0);
    }

    void look(Line line, Spans found) {
        wasInKey = inKey;
        int at = line.from();
        if (inKey) {
            at = goOn(line, found);
        }
        for (int marks = 0; !inKey && at >= 0; marks++) {
            at = marks < MOST_MARKS ? next(line, at, found) : everything(line, at, found);
        }
    }

    private static int everything(Line line, int at, Spans found) {
        found.add(at, line.to(), KIND);
        return -1;
    }

    private int goOn(Line line, Spans found) {
        int end = find(line, line.from(), END);
        if (end >= 0) {
            inKey = false;
            int to = afterMark(line, end, END);
            found.add(bodyBefore(line, end), to, KIND);
            return to;
        }
        int to = line.to();
        while (to > line.from() && "\"'\\,;".indexOf(line.at(to - 1)) >= 0) {
            to--;
        }
        int from = to;
        while (from > line.from() && isBody(line.at(from - 1))) {
            from--;
        }
        judge(line, from, to, found);
        return line.from();
    }

    private void judge(Line line, int from, int to, Spans found) {
        boolean empty = line.skipBlanks(line.from()) == line.to();
        boolean header = line.at(line.from()) != 0 && line.to() - line.from() < 100 && isHeader(line);
        boolean shortLine = to - from < BODY;
        shortLines += shortLine ? 1 : 0;
        boolean lastOne = body && to > from && (to - from) % 4 == 0 && from - line.from() == column;
        inKey = ++lines < MOST_LINES && shortLines <= 3 && (empty || header || !shortLine || lastOne);
        if (inKey && !empty && !header) {
            body = true;
            column = from - line.from();
            found.add(from, to, KIND);
        }
    }

    private static boolean isHeader(Line line) {
        int from = line.skipBlanks(line.from());
        return line.has(from, "Proc-Type:")
                || line.has(from, "DEK-Info:")
                || line.has(from, "Version:")
                || line.has(from, "Comment:");
    }

    /** Looks for the next begin or lonely end; -1 when there is none. */
    private int next(Line line, int at, Spans found) {
        int begin = find(line, at, BEGIN);
        int end = find(line, at, END);
        if (end >= 0 && (begin < 0 || end < begin)) {
            return lonelyEnd(line, end, found);
        }
        if (begin < 0) {
            return -1;
        }
        int body = afterMark(line, begin, BEGIN);
        if (body < 0) {
            return begin + BEGIN.length();
        }
        if (end >= 0) {
            int to = afterMark(line, end, END);
            found.add(begin, to < 0 ? line.to() : to, KIND);
            return to;
        }
        return open(line, begin, body, found);
    }

    private int open(Line line, int begin, int after, Spans found) {
        int run = 0;
        int longest = 0;
        int others = 0;
        for (int i = after; i < line.to(); i++) {
            run = isBody(line.at(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
            others += !blank(line.at(i)) && line.at(i) != '\\' && line.at(i) != '"' && line.at(i) != '\'' ? 1 : 0;
        }
        if (longest < BODY && others > 2) {
            return after;
        }
        found.add(begin, line.to(), KIND);
        inKey = true;
        body = longest >= BODY;
        shortLines = 0;
        lines = 0;
        return -1;
    }

    /** The start of the key was cut off. */
    private static int lonelyEnd(Line line, int end, Spans found) {
        int to = afterMark(line, end, END);
        int from = bodyBefore(line, end);
        if (to >= 0 && end - from >= BODY) {
            found.add(from, to, KIND);
        }
        return to < 0 ? end + END.length() : to;
    }

    private static int bodyBefore(Line line, int end) {
        int from = end;
        while (from > line.from() && (isBody(line.at(from - 1)) || line.at(from - 1) == '\\')) {
            from--;
        }
        return from;
    }

    private static boolean isBody(int c) {
        return alnum(c) || c == '+' || c == '/' || c == '=';
    }

    private static int find(Line line, int from, String mark) {
        for (int i = from; i <= line.to() - mark.length(); i++) {
            if (line.text()[i] == '-' && line.hasFolded(i, mark)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind {@code -----BEGIN RSA PRIVATE KEY-----}; -1 when this is the mark of something else. */
    private static int afterMark(Line line, int start, String mark) {
        int i = start + mark.length();
        int most = Math.min(line.to(), i + 40);
        while (i < most && line.at(i) != '-') {
            i++;
        }
        boolean key = line.string(start, i).toLowerCase(Locale.ROOT).contains("private key");
        while (key && i < line.to() && line.at(i) == '-') {
            i++;
        }
        return key ? i : -1;
    }
}
