package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.blank;
import static whybroke.rules.log.scan.Ascii.letter;

import java.util.Locale;
import java.util.stream.Stream;

/** Credentials in HTTP headers, as clients print them. */
final class Headers {
    private static final int JUDGED = 160;
    private static final int LONGEST_COOKIE_NAME = 80;

    private Headers() {}

    static Stream<Clue> clues() {
        return Stream.of(
                new Clue("authorization", Headers::authorization),
                new Clue("bearer ", (line, start, end, found) -> bare(line, start, end, found, 16)),
                new Clue("basic ", (line, start, end, found) -> bare(line, start, end, found, 12)),
                new Clue("cookie:", Headers::cookie));
    }

    private static void authorization(Line line, int start, int end, Spans found) {
        int i = end;
        while (i - end < 8 && "\"'\\ \t]".indexOf(line.at(i)) >= 0 && line.at(i) != 0) {
            i++;
        }
        if (line.at(i) != ':' && line.at(i) != '=') {
            return;
        }
        int value = i + 1;
        while (value - i < 8 && "\"'\\ \t>[".indexOf(line.at(value)) >= 0 && line.at(value) != 0) {
            value++;
        }
        int scheme = value;
        while (letter(line.at(scheme)) || line.at(scheme) == '-') {
            scheme++;
        }
        boolean named = scheme > value && blank(line.at(scheme)) && isScheme(line.string(value, scheme));
        int from = named ? line.skipBlanks(scheme) : value;
        int to = end(line, from, JUDGED);
        String text = line.string(from, to);
        Shape shape = Shape.of(text);
        boolean secret = named ? shape.length() >= 4 : shape.isRandom();
        if (secret && !text.contains("realm=") && !shape.isPlaceholder() && !shape.isCode()) {
            found.add(from, end(line, from, line.to() - from), "authorization");
        }
    }

    private static boolean isScheme(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "basic", "bearer", "token", "apikey", "digest", "negotiate", "ntlm", "bot", "key", "splunk" -> true;
            default -> false;
        };
    }

    /** A scheme and its credentials without the header's name. */
    private static void bare(Line line, int start, int end, Spans found, int fewest) {
        String text = line.string(end, end(line, end, JUDGED));
        Shape shape = Shape.of(text);
        boolean random = shape.isRandom() || text.endsWith("=") && shape.isDense();
        boolean apart = !letter(line.at(start - 1));
        if (apart && random && shape.length() >= fewest && !shape.isPlaceholder() && !shape.isCode()) {
            found.add(end, end(line, end, line.to() - end), "authorization");
        }
    }

    private static int end(Line line, int from, int most) {
        int i = from;
        while (i < Math.min(line.to(), from + most) && !blank(line.at(i)) && "\"'`<>,;\\".indexOf(line.at(i)) < 0) {
            i++;
        }
        return i;
    }

    private static void cookie(Line line, int start, int end, Spans found) {
        int from = line.skipBlanks(end);
        int equals = from;
        while (equals - from < LONGEST_COOKIE_NAME && line.at(equals) != '=' && Alphabet.PLAIN.has(line.at(equals))) {
            equals++;
        }
        if (equals == from
                || line.at(equals) != '='
                || Shape.of(line.beginning(equals + 1, line.to())).isPlaceholder()) {
            return;
        }
        int to = equals + 1;
        while (to < line.to() && line.at(to) != '"' && line.at(to) != '\'') {
            to++;
        }
        if (to - equals > 6) {
            found.add(equals + 1, to, "cookie");
        }
    }
}
