package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.blank;

/**
 * What stands after a key.
 *
 * @param from first byte, quotes aside
 * @param to end, exclusive
 * @param quoted it stands in quotes
 * @param separator what stood before it
 */
record Value(int from, int to, boolean quoted, Separator separator) {
    static Value at(Line line, int from, int most, Separator separator) {
        int i = from;
        while (i < most && line.at(i) == '\\') {
            i++;
        }
        int quote = line.at(i);
        if (quote == '"' || quote == '\'' || quote == '`') {
            return quoted(line, i, most, i > from, separator);
        }
        Value value = new Value(from, plainEnd(line, from, most, separator), false, separator);
        return value.isScheme(line) ? at(line, line.skipBlanks(value.to), most, Separator.BLANK) : value;
    }

    private static Value quoted(Line line, int open, int most, boolean escaped, Separator separator) {
        int quote = line.at(open);
        int i = open + 1;
        while (i < most && line.at(i) != quote && !(escaped && line.at(i) == '\\')) {
            i += !escaped && line.at(i) == '\\' ? 2 : 1;
        }
        return new Value(open + 1, Math.max(open + 1, Math.min(i, most)), true, separator);
    }

    private static int plainEnd(Line line, int from, int most, Separator separator) {
        int i = from;
        while (i < most && !ends(line, i, separator)) {
            i++;
        }
        return i;
    }

    private static boolean ends(Line line, int i, Separator separator) {
        int c = line.at(i);
        if (blank(c) || c == '"' || c == '\'' || c == '`' || c == '<') {
            return true;
        }
        return switch (c) {
            case ',', ';', '&' -> separator != Separator.BLANK && (atEnd(line, i + 1) || nextKey(line, i + 1));
            case ')', ']', '}', '|' -> separator != Separator.BLANK && atEnd(line, i + 1);
            case '\\' -> line.at(i + 1) == '"' || line.at(i + 1) == 'n' || line.at(i + 1) == 'r';
            default -> false;
        };
    }

    private static boolean atEnd(Line line, int i) {
        int c = line.at(i);
        return c == 0 || blank(c) || "\"')]},;`".indexOf(c) >= 0;
    }

    /** {@code name=} or {@code name:} follows. */
    private static boolean nextKey(Line line, int from) {
        int i = from;
        while (i - from < 40 && (alnum(line.at(i)) || "_-. \"'".indexOf(line.at(i)) >= 0 && line.at(i) != 0)) {
            i++;
        }
        return i > from && (line.at(i) == '=' || line.at(i) == ':');
    }

    /** {@code token: Bearer x}: the word is not the value yet. */
    private boolean isScheme(Line line) {
        int length = to - from;
        boolean word = length == 6 && line.hasFolded(from, "bearer") || length == 5 && line.hasFolded(from, "basic");
        return word && blank(line.at(to));
    }

    /**
     * @param password any value is one; else only what looks random
     * @param tight nothing stood around the sign of equality
     * @param folder the key may also mean the working folder
     */
    boolean isSecret(Line line, boolean password, boolean tight, boolean folder) {
        Shape shape = Shape.of(line.string(from, to));
        if (shape.length() < 3 || shape.isPlaceholder() || shape.isCode() || line.at(from) == '-') {
            return false;
        }
        boolean assigned = tight || separator == Separator.TAG || separator == Separator.BLANK;
        if (password) {
            boolean path = (folder || hasFolder(line)) && shape.isPath();
            return !path && (assigned || quoted && !shape.isSpaced() || !shape.isSpaced() && shape.isMixed());
        }
        boolean dense = (assigned || quoted) && shape.isDense();
        return !shape.isSpaced() && !shape.isPath() && (shape.isRandom() || dense);
    }

    private boolean hasFolder(Line line) {
        for (int i = from + 1; i < to; i++) {
            if (line.at(i) == '/') {
                return true;
            }
        }
        return false;
    }
}
