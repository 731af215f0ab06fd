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

/** All patterns of a library, each once, ready to be found in any log. Immutable. */
public final class Patterns {
    private final List<Atom> atoms = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Prefilter prefilter;

    private record Atom(Pattern pattern, Literals literals) {}

    private Patterns(Collection<String> patterns) {
        List<String> literals = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (String pattern : patterns) {
            if (numbers.putIfAbsent(pattern, atoms.size()) == null) {
                Atom atom = new Atom(Pattern.compile(pattern), Literals.of(pattern));
                if (!atom.literals().weak()) {
                    literals.addAll(atom.literals().any());
                    owners.addAll(atom.literals().any().stream()
                            .map(literal -> atoms.size())
                            .toList());
                }
                atoms.add(atom);
            }
        }
        prefilter = Prefilter.of(literals, owners);
    }

    /** @throws com.google.re2j.PatternSyntaxException when RE2 does not know the syntax */
    public static Patterns of(Collection<String> patterns) {
        return new Patterns(patterns);
    }

    /**
     * One pass over {@code size} lines for all patterns that have a usable literal. The others, weak ones, are looked for when
     * they are first asked for: mostly they only refine a pattern that was not found at all.
     */
    public Seen scan(int size, IntFunction<String> lines) {
        Budget budget = new Budget();
        Seen seen = new Seen(this, size, lines, budget);
        int[] tried = new int[atoms.size()];
        Arrays.fill(tried, -1);
        for (int i = 0; i < size; i++) {
            int number = i;
            String line = lines.apply(i);
            prefilter.scan(line, atom -> {
                if (tried[atom] != number) {
                    tried[atom] = number;
                    if (isIn(atom, line, budget)) {
                        seen.add(atom, number);
                    }
                }
            });
        }
        return seen;
    }

    /** The first match in a line, null when there is none. */
    public Matcher find(String pattern, String line) {
        Matcher matcher = atoms.get(number(pattern)).pattern().matcher(line);
        return matcher.find() ? matcher : null;
    }

    /** The names of a pattern's captures. */
    public Collection<String> captures(String pattern) {
        return atoms.get(number(pattern)).pattern().namedGroups().keySet();
    }

    public Literals literals(String pattern) {
        return atoms.get(number(pattern)).literals();
    }

    boolean isIn(int atom, String line, Budget budget) {
        return budget.allows(line.length())
                && atoms.get(atom).pattern().matcher(line).find();
    }

    boolean isWeak(int atom) {
        return atoms.get(atom).literals().weak();
    }

    int number(String pattern) {
        return numbers.get(pattern);
    }

    int size() {
        return atoms.size();
    }
}
