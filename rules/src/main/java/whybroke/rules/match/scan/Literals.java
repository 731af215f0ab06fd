package whybroke.rules.match.scan;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What every match of a pattern must contain.
 *
 * @param any texts, ASCII letters in lower case, one of which is in every match; empty when nothing is sure
 * @param weight literal characters that every match has at least: how specific the pattern is
 */
public record Literals(Set<String> any, int weight) {
    /** From this length on a literal is rare enough to be worth searching for. */
    public static final int USABLE = 4;

    public Literals {
        any = Set.copyOf(any);
    }

    /** Of a pattern that RE2 accepts; errs on the side of knowing nothing. */
    public static Literals of(String pattern) {
        Known known = new LiteralParser(pattern).parse();
        return new Literals(known.required() == null ? Set.of() : known.required(), known.weight());
    }

    /** UTF-8 bytes of the shortest text; 0 when nothing is sure. */
    public int shortest() {
        return any.stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .min()
                .orElse(0);
    }

    /** True when the pattern must be tried on far too many lines. */
    public boolean weak() {
        return shortest() < USABLE;
    }
}
