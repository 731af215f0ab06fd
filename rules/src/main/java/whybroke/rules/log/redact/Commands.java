package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.digit;

import java.util.stream.Stream;

/** Secrets on command lines and in the commands that CI systems read from output. */
final class Commands {
    private static final int NEAR = 300;

    private Commands() {}

    static Stream<Clue> clues() {
        return Stream.of(
                new Clue("::add-mask::", Commands::restOfLine),
                new Clue("issecret=true]", Commands::restOfLine),
                new Clue(" -p", Commands::password),
                new Clue(" -u ", Commands::user),
                new Clue("--user ", Commands::user));
    }

    private static void restOfLine(Line line, int start, int end, Spans found) {
        if (end < line.to() && !Values.isPlaceholder(line.string(end, line.to()))) {
            found.add(end, line.to(), "masked-value");
        }
    }

    /** {@code docker login -p x}, {@code sshpass -p x}, {@code mysql -px}. */
    private static void password(Line line, int start, int end, Spans found) {
        boolean apart = line.at(end) == ' ';
        boolean command = apart
                ? line.hasBefore(start, NEAR, "login") || line.hasBefore(start, NEAR, "sshpass")
                : line.hasBefore(start, NEAR, "mysql");
        if (command) {
            int from = line.skipBlanks(end);
            addWord(line, from, line.wordEnd(from), found);
        }
    }

    /** {@code curl -u name:x} */
    private static void user(Line line, int start, int end, Spans found) {
        int from = line.skipBlanks(end);
        int to = line.wordEnd(from);
        int colon = from;
        while (colon < to && line.at(colon) != ':') {
            colon++;
        }
        boolean id = digit(line.at(from)) || digit(line.at(colon + 1)) && to - colon < 7;
        boolean client = line.hasBefore(start, NEAR, "curl") || line.hasBefore(start, NEAR, "wget");
        if (colon < to && !id && (client || Values.isRandom(line.string(colon + 1, to)))) {
            addWord(line, colon + 1, to, found);
        }
    }

    private static void addWord(Line line, int from, int to, Spans found) {
        int start = from;
        int end = to;
        while (start < end && isQuote(line.at(start))) {
            start++;
        }
        while (end > start && isQuote(line.at(end - 1))) {
            end--;
        }
        if (end - start >= 3 && !Values.isPlaceholder(line.string(start, end)) && line.at(start) != '-') {
            found.add(start, end, "password");
        }
    }

    private static boolean isQuote(int c) {
        return c == '"' || c == '\'';
    }
}
