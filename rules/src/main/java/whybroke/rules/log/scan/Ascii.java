package whybroke.rules.log.scan;

/** Questions about bytes of UTF-8 text that ASCII answers. */
public final class Ascii {
    private Ascii() {}

    public static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    public static boolean upper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean lower(int c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean letter(int c) {
        return upper(c) || lower(c);
    }

    public static boolean alnum(int c) {
        return letter(c) || digit(c);
    }

    public static boolean hex(int c) {
        return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    public static boolean blank(int c) {
        return c == ' ' || c == '\t';
    }

    /** Letters in lower case, everything else as it is. */
    public static int fold(int c) {
        return upper(c) ? c + 32 : c;
    }

    /** True when the word stands at this place, in exactly this case. */
    public static boolean at(byte[] text, int from, int to, String word) {
        if (from < 0 || to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True when the word, given in lower case, stands at this place in any case. */
    public static boolean atFolded(byte[] text, int from, int to, String word) {
        if (from < 0 || to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (fold(text[from + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True when the lower-case word stands somewhere between the two places, in any case. */
    public static boolean has(byte[] text, int from, int to, String word) {
        for (int i = Math.max(from, 0); i <= to - word.length(); i++) {
            if (atFolded(text, i, to, word)) {
                return true;
            }
        }
        return false;
    }
}
