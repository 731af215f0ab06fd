package whybroke.rules.match.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Walks over a pattern's syntax and works out its required literals on the way. It reads only what RE2 has accepted, so it
 * needs no error handling; what it does not understand, it takes as "anything".
 */
final class LiteralParser {
    private static final int MOST = Concatenation.MOST;
    private static final int LONGEST = 64;
    private static final int DEEPEST = 200;

    private static final Pattern FOLDS = Pattern.compile("\\(\\?[a-zA-Z]*i");

    private final String pattern;
    private final boolean foldsCase;
    private int at;
    private int depth;

    LiteralParser(String pattern) {
        this.pattern = pattern;
        this.foldsCase = FOLDS.matcher(pattern).find();
    }

    Known parse() {
        return alternatives();
    }

    private Known alternatives() {
        List<Known> branches = new ArrayList<>();
        branches.add(concatenation());
        while (peek('|')) {
            at++;
            branches.add(concatenation());
        }
        return branches.size() == 1 ? branches.get(0) : either(branches);
    }

    private static Known either(List<Known> branches) {
        int weight = branches.stream().mapToInt(Known::weight).min().orElse(0);
        Set<String> exact = all(branches, Known::exact, MOST);
        if (exact != null) {
            return Known.exact(exact, weight);
        }
        Set<String> heads = all(branches, Known::heads, MOST);
        Set<String> tails = all(branches, Known::tails, MOST);
        return new Known(
                null,
                all(branches, Known::required, 2 * MOST),
                heads == null ? Known.NOTHING : heads,
                tails == null ? Known.NOTHING : tails,
                weight);
    }

    /** What all branches know together; null when one knows nothing or it is too much. */
    private static Set<String> all(List<Known> branches, Function<Known, Set<String>> part, int most) {
        Set<String> all = new HashSet<>();
        for (Known branch : branches) {
            Set<String> texts = part.apply(branch);
            if (texts == null) {
                return null;
            }
            all.addAll(texts);
        }
        return all.size() > most ? null : all;
    }

    private Known concatenation() {
        Concatenation all = new Concatenation();
        while (at < pattern.length() && !peek('|') && !peek(')')) {
            all.add(repeated(one()));
        }
        return all.known();
    }

    private Known one() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> CharacterClass.read(this);
            case '\\' -> escape();
            case '.' -> Known.ANYTHING;
            case '^', '$' -> Known.EMPTY;
            default -> literal(c);
        };
    }

    /** The letter case of what is not ASCII is left to the engine. */
    private Known literal(char c) {
        return c < 128 || !foldsCase ? Known.text(String.valueOf(c)) : Known.ANYTHING;
    }

    private Known group() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("groups are nested deeper than " + DEEPEST);
        }
        if (peek('?')) {
            int end = at + 1;
            while ("PimsU-".indexOf(pattern.charAt(end)) >= 0) {
                end++;
            }
            boolean named = pattern.charAt(end) == '<';
            at = (named ? pattern.indexOf('>', end) : end) + 1;
            if (!named && pattern.charAt(end) == ')') {
                depth--;
                return Known.EMPTY;
            }
        }
        Known inner = alternatives();
        at++;
        depth--;
        return inner;
    }

    private Known escape() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'Q' -> quoted();
            case 'A', 'z', 'b', 'B' -> Known.EMPTY;
            case 'p', 'P' -> {
                at = peek('{') ? pattern.indexOf('}', at) + 1 : at + 1;
                yield Known.ANYTHING;
            }
            case 'x' -> {
                at = peek('{') ? pattern.indexOf('}', at) + 1 : at + 2;
                yield Known.ANYTHING;
            }
            default -> Character.isLetterOrDigit(c) ? octalOrClass(c) : literal(c);
        };
    }

    private Known octalOrClass(char c) {
        while (Character.isDigit(c) && at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
            at++;
        }
        return Known.ANYTHING;
    }

    /** One character at a time, as a repetition after {@code \E} applies to the last one only. */
    private Known quoted() {
        int end = pattern.indexOf("\\E", at);
        String text = pattern.substring(at, end < 0 ? pattern.length() : end);
        at = end < 0 ? pattern.length() : end + 2;
        boolean repeats = at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0;
        boolean plain = !foldsCase || text.chars().allMatch(c -> c < 128);
        return plain && !repeats && text.length() <= LONGEST ? Known.text(text) : Known.ANYTHING;
    }

    private Known repeated(Known one) {
        Known known = one;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*' || c == '?' || c == '+') {
                at++;
                known = c == '+' ? many(known, 1) : c == '?' ? optional(known) : Known.ANYTHING;
                skipLazy();
            } else if (c == '{' && counted() > 0) {
                int least = Integer.parseInt(pattern.substring(at + 1, digits(at + 1)));
                boolean once = pattern.startsWith("{1}", at) || pattern.startsWith("{1,1}", at);
                at = counted();
                known = once ? known : least == 0 ? Known.ANYTHING : many(known, least);
                skipLazy();
            } else {
                return known;
            }
        }
        return known;
    }

    private static Known many(Known one, int least) {
        return new Known(null, one.required(), one.heads(), one.tails(), one.weight() * least);
    }

    private static Known optional(Known one) {
        return one.exact() == null ? Known.ANYTHING : Known.exact(union(one.exact(), Known.NOTHING), 0);
    }

    private void skipLazy() {
        if (peek('?')) {
            at++;
        }
    }

    /** The end of {@code {n}}, {@code {n,}} or {@code {n,m}} here; 0 when the brace is a plain character. */
    private int counted() {
        int end = digits(at + 1);
        if (end == at + 1) {
            return 0;
        }
        if (end < pattern.length() && pattern.charAt(end) == ',') {
            end = digits(end + 1);
        }
        return end < pattern.length() && pattern.charAt(end) == '}' ? end + 1 : 0;
    }

    private int digits(int from) {
        int end = from;
        while (end < pattern.length() && pattern.charAt(end) >= '0' && pattern.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private boolean peek(char c) {
        return at < pattern.length() && pattern.charAt(at) == c;
    }

    String pattern() {
        return pattern;
    }

    int at() {
        return at;
    }

    void goTo(int position) {
        at = position;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
