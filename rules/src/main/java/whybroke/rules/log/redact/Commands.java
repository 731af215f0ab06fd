package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.digit;

import java.util.stream.Stream;

/** Secrets on command lines and in the commands that CI systems read from output. */
final class Commands {
    private static final int NEAR = 300;

    private Commands() {}

    static Stream<Clue> clues() {
        Stream<Clue> commands = Stream.of(Command.values())
                .map(command -> new Clue(command.word, (line, start, end, found) -> found.saw(command, end)));
        Stream<Clue> options = Stream.of(
                new Clue("::add-mask::", Commands::restOfLine),
                new Clue("issecret=true]", Commands::restOfLine),
                new Clue(" -p", Commands::password),
                new Clue(" -u ", Commands::user),
                new Clue("--user ", Commands::user));
        return Stream.concat(commands, options);
    }

    /** What gives an option its meaning. */
    enum Command {
        LOGIN("login"),
        SSHPASS("sshpass"),
        MYSQL("mysql"),
        CURL("curl"),
        WGET("wget");

        private final String word;

        Command(String word) {
            this.word = word;
        }
    }

    private static void restOfLine(Line line, int start, int end, Spans found) {
        if (end < line.to() && !Shape.of(line.beginning(end, line.to())).isPlaceholder()) {
            found.add(end, line.to(), "masked-value");
        }
    }

    /** {@code docker login -p x}, {@code sshpass -p x}, {@code mysql -px}. */
    private static void password(Line line, int start, int end, Spans found) {
        boolean apart = line.at(end) == ' ';
        boolean command = apart
                ? found.saw(Command.LOGIN, start, NEAR) || found.saw(Command.SSHPASS, start, NEAR)
                : found.saw(Command.MYSQL, start, NEAR);
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
        boolean client = found.saw(Command.CURL, start, NEAR) || found.saw(Command.WGET, start, NEAR);
        if (colon < to
                && !id
                && (client || Shape.of(line.beginning(colon + 1, to)).isRandom())) {
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
        if (end - start >= 3 && !Shape.of(line.beginning(start, end)).isPlaceholder() && line.at(start) != '-') {
            found.add(start, end, "password");
        }
    }

    private static boolean isQuote(int c) {
        return c == '"' || c == '\'';
    }
}
