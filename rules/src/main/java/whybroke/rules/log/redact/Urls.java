package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.blank;

import java.util.stream.Stream;

/** Passwords and tokens before the {@code @} of an address. */
final class Urls {
    private static final int LONGEST = 512;

    private Urls() {}

    static Stream<Clue> clues() {
        return Stream.of(new Clue("://", Urls::userInfo), new Clue(":thin:", Urls::oracle));
    }

    private static void userInfo(Line line, int start, int end, Spans found) {
        int colon = -1;
        int sign = -1;
        for (int i = end; i < Math.min(line.to(), end + LONGEST) && !endsUserInfo(line.at(i)); i++) {
            if (line.at(i) == ':' && colon < 0) {
                colon = i;
            } else if (line.at(i) == '@') {
                sign = i;
            }
        }
        if (sign < 0 || line.has(sign + 1, "sha256:")) {
            return;
        }
        if (colon >= 0 && colon < sign) {
            addUnlessPlaceholder(line, colon + 1, sign, found);
        } else if (colon < 0 || colon > sign) {
            Shape user = Shape.of(line.string(end, sign));
            if (user.length() >= 16 && user.isRandom()) {
                found.add(end, sign, "url-password");
            }
        }
    }

    private static boolean endsUserInfo(int c) {
        return blank(c) || c == '/' || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`' || c == '\\';
    }

    private static void addUnlessPlaceholder(Line line, int from, int to, Spans found) {
        Shape shape = Shape.of(line.string(from, to));
        // Words that say nothing elsewhere are passwords here: postgres://postgres:secret@db
        if (to > from && (!shape.isPlaceholder() || shape.isLower())) {
            found.add(from, to, "url-password");
        }
    }

    /** {@code jdbc:oracle:thin:scott/tiger@host} */
    private static void oracle(Line line, int start, int end, Spans found) {
        int slash = -1;
        for (int i = end; i < Math.min(line.to(), end + LONGEST) && !blank(line.at(i)); i++) {
            if (line.at(i) == '/' && slash < 0) {
                slash = i;
            } else if (line.at(i) == '@') {
                if (slash > end) {
                    addUnlessPlaceholder(line, slash + 1, i, found);
                }
                return;
            }
        }
    }
}
