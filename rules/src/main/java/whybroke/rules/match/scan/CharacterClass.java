package whybroke.rules.match.scan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** {@code [...]}: a few plain characters are as good as alternatives; everything else is anything. */
final class CharacterClass {
    private static final int MOST = 6;

    private CharacterClass() {}

    /** Reads on behind the opening bracket and leaves the parser behind the closing one. */
    static Known read(LiteralParser parser) {
        String pattern = parser.pattern();
        int end = end(pattern, parser.at());
        String inside = pattern.substring(parser.at(), end);
        parser.goTo(end + 1);
        boolean plain = inside.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == ' ' || c == '_'));
        if (!plain || inside.isEmpty() || inside.length() > MOST) {
            return Known.ANYTHING;
        }
        Set<String> texts = new HashSet<>();
        inside.chars().forEach(c -> texts.add(String.valueOf((char) c).toLowerCase(Locale.ROOT)));
        return Known.exact(texts, 1);
    }

    private static int end(String pattern, int start) {
        int at = start;
        if (pattern.charAt(at) == '^') {
            at++;
        }
        if (pattern.charAt(at) == ']') {
            at++;
        }
        while (pattern.charAt(at) != ']') {
            if (pattern.charAt(at) == '\\') {
                at += 2;
            } else if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                at = pattern.indexOf(":]", at) + 2;
            } else {
                at++;
            }
        }
        return at;
    }
}
