package whybroke.rules.log.redact;

import static whybroke.rules.log.scan.Ascii.alnum;
import static whybroke.rules.log.scan.Ascii.digit;
import static whybroke.rules.log.scan.Ascii.letter;
import static whybroke.rules.log.scan.Ascii.lower;
import static whybroke.rules.log.scan.Ascii.upper;

import java.util.Locale;
import java.util.Set;

/** What a value looks like that stands where a secret would. */
final class Values {
    private static final Set<String> WORDS = Set.of(
            "null",
            "nil",
            "none",
            "undefined",
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "empty",
            "unset",
            "set",
            "required",
            "optional",
            "missing",
            "invalid",
            "expired",
            "string",
            "str",
            "int",
            "bool",
            "boolean",
            "any",
            "object",
            "char",
            "text",
            "bytes",
            "redacted",
            "masked",
            "hidden",
            "filtered",
            "secure",
            "secret",
            "secrets",
            "password",
            "passwd",
            "passphrase",
            "token",
            "default",
            "not",
            "is",
            "was",
            "found",
            "the",
            "and",
            "for",
            "from",
            "with",
            "type",
            "value",
            "input",
            "env",
            "var",
            "const",
            "new",
            "await",
            "self",
            "this",
            "function",
            "identifier",
            "bearer",
            "basic",
            "present",
            "provided",
            "incorrect",
            "wrong",
            "unknown",
            "unused",
            "placeholder",
            "example",
            "sensitive",
            "write-only",
            "prompt");
    private static final Set<String> ROOTS = Set.of(
            "process",
            "os",
            "secrets",
            "env",
            "vars",
            "github",
            "self",
            "this",
            "config",
            "settings",
            "system",
            "params",
            "args",
            "props",
            "var",
            "local",
            "data",
            "module",
            "ctx",
            "context",
            "request",
            "req",
            "options",
            "opts",
            "credentials",
            "account",
            "user",
            "inputs",
            "steps",
            "needs",
            "each",
            "values",
            "import",
            "string");

    private Values() {}

    /** Nothing is secret about it: masked, empty, a variable, a template, or a word that only speaks about a value. */
    static boolean isPlaceholder(String value) {
        return !hasAlnum(value)
                || sameCharacter(value)
                || value.contains("***")
                || WORDS.contains(value.toLowerCase(Locale.ROOT))
                || isVariable(value)
                || "<{([".indexOf(value.charAt(0)) >= 0;
    }

    /** Source code that would fetch the value, not the value. */
    static boolean isCode(String value) {
        int dot = value.indexOf('.');
        boolean path = dot > 0 && ROOTS.contains(value.substring(0, dot).toLowerCase(Locale.ROOT));
        return path || value.contains("(") || value.contains("${") || value.contains("{{") || value.contains("::");
    }

    static boolean isPath(String value) {
        boolean drive = value.length() > 2 && letter(value.charAt(0)) && value.charAt(1) == ':';
        boolean folder = drive && (value.charAt(2) == '\\' || value.charAt(2) == '/');
        return folder
                || value.startsWith("/")
                || value.startsWith("./")
                || value.startsWith("~/")
                || value.contains("://");
    }

    /** Letters and digits without a plan: what a generator makes, not what a person would call something. */
    static boolean isRandom(String value) {
        return value.length() >= 8 && has(value, Kind.DIGIT) && hasLetter(value) && !isNameLike(value);
    }

    /** Long, in one piece, and of more than one kind of letters, or very long. */
    static boolean isDense(String value) {
        boolean onePiece = value.chars().allMatch(c -> alnum(c) || c == '+' || c == '/' || c == '=');
        boolean mixed = has(value, Kind.UPPER) && has(value, Kind.LOWER);
        return onePiece && value.length() >= (mixed ? 16 : 20);
    }

    /** Letters with a digit or a sign that names do not have. */
    static boolean isMixed(String value) {
        boolean sign = value.chars().anyMatch(c -> !alnum(c) && "-_.,:;'\"/".indexOf(c) < 0);
        return value.length() >= 6 && hasLetter(value) && (has(value, Kind.DIGIT) || sign);
    }

    /** {@code default-token-x2v4b}, {@code v1.2.3}, {@code com.acme.Token}: pieces that are words, numbers or short. */
    static boolean isNameLike(String value) {
        int start = 0;
        int pieces = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || "-_.:/,@".indexOf(value.charAt(i)) >= 0) {
                if (!isNamePiece(value, start, i)) {
                    return false;
                }
                pieces++;
                start = i + 1;
            }
        }
        return pieces > 1;
    }

    private static boolean isNamePiece(String value, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (!alnum(value.charAt(i))) {
                return false;
            }
            digits += digit(value.charAt(i)) ? 1 : 0;
        }
        int length = end - start;
        return length <= 5 || length <= 24 && digits == 0 || digits == length && length <= 10;
    }

    private static boolean isVariable(String value) {
        boolean percent = value.length() > 2 && value.startsWith("%") && value.endsWith("%");
        if (percent || value.startsWith("${") || value.startsWith("$(") || value.startsWith("!")) {
            return true;
        }
        if (!value.startsWith("$")) {
            return false;
        }
        return value.chars().skip(1).allMatch(c -> alnum(c) || c == '_' || c == ':' || c == '.');
    }

    private static boolean sameCharacter(String value) {
        return value.chars().allMatch(c -> c == value.charAt(0));
    }

    private static boolean hasAlnum(String value) {
        return value.chars().anyMatch(c -> alnum(c));
    }

    private static boolean hasLetter(String value) {
        return value.chars().anyMatch(c -> letter(c));
    }

    private enum Kind {
        DIGIT,
        UPPER,
        LOWER
    }

    private static boolean has(String value, Kind kind) {
        return value.chars().anyMatch(c -> switch (kind) {
            case DIGIT -> digit(c);
            case UPPER -> upper(c);
            case LOWER -> lower(c);
        });
    }
}
