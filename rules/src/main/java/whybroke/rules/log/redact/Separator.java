package whybroke.rules.log.redact;

/** What stands between a key and its value. */
enum Separator {
    EQUALS,
    COLON,
    /** The end of a start tag. */
    TAG,
    /** Nothing but a blank: {@code --password x}, or {@code login x password y} of a netrc. */
    BLANK,
    NONE;

    /**
     * @param start of the literal that ends the key
     * @param key end of the key
     * @param sign first place after it that is not blank
     */
    static Separator at(Line line, int start, int key, int sign) {
        int next = line.at(sign + 1);
        return switch (line.at(sign)) {
            case '=' -> next == '=' || next == '~' ? NONE : EQUALS;
            case ':' -> next == ':' ? NONE : next == '=' ? EQUALS : COLON;
            case '>' -> sign == key && isTag(line, start) ? TAG : NONE;
            case 0 -> NONE;
            default -> sign > key && (isOption(line, start) || isNetrc(line, start)) ? BLANK : NONE;
        };
    }

    private static boolean isTag(Line line, int start) {
        int i = start;
        while (start - i < 40 && isNamePart(line.at(i - 1))) {
            i--;
        }
        return line.at(i - 1) == '<';
    }

    private static boolean isOption(Line line, int start) {
        int i = start;
        while (start - i < 40 && isNamePart(line.at(i - 1))) {
            i--;
        }
        int before = line.at(i - 1);
        return line.at(i) == '-' && (before == 0 || before == ' ' || before == '\t' || before == '"' || before == '\'');
    }

    private static boolean isNetrc(Line line, int start) {
        return line.at(start - 1) == ' ' && line.hasFolded(start, "password") && line.hasBefore(start, 200, "machine ");
    }

    private static boolean isNamePart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /** Where the value starts, its opening quote included. */
    int valueStart(Line line, int sign) {
        return switch (this) {
            case EQUALS -> {
                boolean two = line.at(sign) == ':' || line.at(sign + 1) == '>';
                yield line.skipBlanks(sign + (two ? 2 : 1));
            }
            case COLON -> line.skipBlanks(sign + 1);
            case TAG -> sign + 1;
            case BLANK, NONE -> sign;
        };
    }
}
