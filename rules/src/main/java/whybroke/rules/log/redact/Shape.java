package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.digit;
import static whybroke.rules.log.scan.Ascii.letter;
import static whybroke.rules.log.scan.Ascii.lower;
import static whybroke.rules.log.scan.Ascii.upper;

/** What a value looks like that stands where a secret would. */
final class Shape {
    private static final String NAME_SIGNS = "-_.:/,@";
    private static final String PROSE_SIGNS = "-_.,:;'\"/";

    private final String text;
    private int digits;
    private int uppers;
    private int lowers;
    private boolean same = true;
    private boolean base64 = true;
    private boolean sign;
    private boolean spaced;

    private Shape(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += digit(c) ? 1 : 0;
            uppers += upper(c) ? 1 : 0;
            lowers += lower(c) ? 1 : 0;
            same &= c == text.charAt(0);
            base64 &= alnum(c) || c == '+' || c == '/' || c == '=';
            sign |= !alnum(c) && PROSE_SIGNS.indexOf(c) < 0;
            spaced |= c == ' ';
        }
    }

    static Shape of(String text) {
        return new Shape(text);
    }

    int length() {
        return text.length();
    }

    boolean isSpaced() {
        return spaced;
    }

    /** Nothing is secret about it: masked, empty, a variable, a template, or a word that only speaks about a value. */
    boolean isPlaceholder() {
        return digits + uppers + lowers == 0
                || same
                || "<{([".indexOf(text.charAt(0)) >= 0
                || text.contains("***")
                || Words.isPlain(text)
                || isVariable();
    }

    /** Source code that would fetch the value, not the value. */
    boolean isCode() {
        int dot = text.indexOf('.');
        boolean path = dot > 0 && dot <= 12 && Words.isRoot(text.substring(0, dot));
        return path || text.contains("(") || text.contains("${") || text.contains("{{") || text.contains("::");
    }

    boolean isPath() {
        boolean drive = text.length() > 2 && letter(text.charAt(0)) && text.charAt(1) == ':';
        boolean folder = drive && (text.charAt(2) == '\\' || text.charAt(2) == '/');
        return folder || text.startsWith("/") || text.startsWith("./") || text.startsWith("~/") || text.contains("://");
    }

    /** Letters and digits without a plan: what a generator makes, not what a person would call something. */
    boolean isRandom() {
        return text.length() >= 8 && digits > 0 && uppers + lowers > 0 && !isNameLike();
    }

    /** Long, in one piece, and of more than one kind of letters, or very long. */
    boolean isDense() {
        return base64 && text.length() >= (uppers > 0 && lowers > 0 ? 16 : 20);
    }

    /** Letters with a digit or a sign that names do not have. */
    boolean isMixed() {
        return text.length() >= 6 && uppers + lowers > 0 && (digits > 0 || sign);
    }

    /** Lower-case letters and nothing else. */
    boolean isLower() {
        return lowers > 0 && lowers == text.length();
    }

    /** {@code default-token-x2v4b}, {@code v1.2.3}, {@code com.acme.Token}: pieces that are words, numbers or short. */
    private boolean isNameLike() {
        int start = 0;
        int pieces = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || NAME_SIGNS.indexOf(text.charAt(i)) >= 0) {
                if (!isNamePiece(start, i)) {
                    return false;
                }
                pieces++;
                start = i + 1;
            }
        }
        return pieces > 1;
    }

    private boolean isNamePiece(int start, int end) {
        int numbers = 0;
        for (int i = start; i < end; i++) {
            if (!alnum(text.charAt(i))) {
                return false;
            }
            numbers += digit(text.charAt(i)) ? 1 : 0;
        }
        int length = end - start;
        return length <= 5 || length <= 24 && numbers == 0 || numbers == length && length <= 10;
    }

    private boolean isVariable() {
        boolean percent = text.length() > 2 && text.startsWith("%") && text.endsWith("%");
        if (percent || text.startsWith("${") || text.startsWith("$(") || text.startsWith("!")) {
            return true;
        }
        if (!text.startsWith("$")) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!alnum(text.charAt(i)) && "_:.".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
