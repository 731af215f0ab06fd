package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.blank;
import static whybroke.rules.log.scan.Ascii.letter;

import java.util.Locale;
import java.util.stream.Stream;

/** Credentials in HTTP headers, as clients print them. */
final class Headers {
    private static final int LONGEST = 8192;

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
        int to = end(line, from);
        String text = line.string(from, to);
        boolean secret = named ? text.length() >= 4 : Values.isRandom(text);
        if (secret && !text.contains("realm=") && !Values.isPlaceholder(text) && !Values.isCode(text)) {
            found.add(from, to, "authorization");
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
        int to = end(line, end);
        String text = line.string(end, to);
        boolean random = Values.isRandom(text) || text.endsWith("=") && Values.isDense(text);
        if (text.length() >= fewest
                && random
                && !Values.isPlaceholder(text)
                && !Values.isCode(text)
                && !letter(line.at(start - 1))) {
            found.add(end, to, "authorization");
        }
    }

    private static int end(Line line, int from) {
        int i = from;
        while (i < Math.min(line.to(), from + LONGEST) && !blank(line.at(i)) && "\"'`<>,;\\".indexOf(line.at(i)) < 0) {
            i++;
        }
        return i;
    }

    private static void cookie(Line line, int start, int end, Spans found) {
        int from = line.skipBlanks(end);
        int to = from;
        while (to < line.to() && line.at(to) != '"' && line.at(to) != '\'') {
            to++;
        }
        int equals = from;
        while (equals < to && line.at(equals) != '=' && !blank(line.at(equals))) {
            equals++;
        }
        if (equals > from && line.at(equals) == '=' && to - equals > 8) {
            String value = line.string(equals + 1, to);
            if (!Values.isPlaceholder(value)) {
                found.add(equals + 1, to, "cookie");
            }
        }
    }
}
