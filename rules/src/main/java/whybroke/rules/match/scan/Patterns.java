package whybroke.rules.match.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** All patterns of a library, each once, ready to be found in any log. Immutable. */
public final class Patterns {
    /**
     * Characters that patterns may be tried on in one log. A log within its usual cut needs a small part of it; a log made to
     * hit everything stops here, always at the same place.
     */
    static final long BUDGET = 64L * 1024 * 1024;

    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Prefilter prefilter;
    private final int[] everywhere;

    private record Atom(Pattern pattern, Literals literals) {}

    private Patterns(Collection<String> patterns) {
        List<String> literals = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (String pattern : patterns) {
            if (numbers.putIfAbsent(pattern, atoms.size()) == null) {
                Atom atom = new Atom(Pattern.compile(pattern), Literals.of(pattern));
                for (String literal : atom.literals().any()) {
                    literals.add(literal);
                    owners.add(atoms.size());
                }
                atoms.add(atom);
            }
        }
        prefilter = Prefilter.of(literals, owners);
        everywhere = IntStream.range(0, atoms.size())
                .filter(i -> atoms.get(i).literals().any().isEmpty())
                .toArray();
    }

    /** @throws com.google.re2j.PatternSyntaxException when RE2 does not know the syntax */
    public static Patterns of(Collection<String> patterns) {
        return new Patterns(patterns);
    }

    /** One pass over {@code size} lines. */
    public Seen scan(int size, IntFunction<String> lines) {
        Seen.Builder seen = new Seen.Builder(atoms.size());
        int[] tried = new int[atoms.size()];
        Arrays.fill(tried, -1);
        long[] budget = {BUDGET};
        for (int i = 0; i < size; i++) {
            int number = i;
            String line = lines.apply(i);
            for (int atom : everywhere) {
                confirm(atom, number, line, seen, budget);
            }
            prefilter.scan(line, atom -> {
                if (tried[atom] != number) {
                    tried[atom] = number;
                    confirm(atom, number, line, seen, budget);
                }
            });
        }
        return seen.build(numbers);
    }

    /** The first match in a line, null when there is none. */
    public Matcher find(String pattern, String line) {
        Matcher matcher = atom(pattern).pattern().matcher(line);
        return matcher.find() ? matcher : null;
    }

    /** The names of a pattern's captures. */
    public Collection<String> captures(String pattern) {
        return atom(pattern).pattern().namedGroups().keySet();
    }

    public Literals literals(String pattern) {
        return atom(pattern).literals();
    }

    private void confirm(int atom, int number, String line, Seen.Builder seen, long[] budget) {
        budget[0] -= line.length() + 1L;
        if (budget[0] >= 0 && atoms.get(atom).pattern().matcher(line).find()) {
            seen.add(atom, number);
        }
    }

    private Atom atom(String pattern) {
        return atoms.get(numbers.get(pattern));
    }
}
