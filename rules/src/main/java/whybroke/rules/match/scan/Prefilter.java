package whybroke.rules.match.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Aho-Corasick over all required literals, dense over the characters that occur in them; letter case is ignored. */
final class Prefilter {
    /** {@code next[state * classes + classOf[c]]}. */
    private final int[] next;

    private final short[] classOf = new short[Character.MAX_VALUE + 1];
    private final int classes;
    /** By state: which patterns have a literal that ends here; null for none. */
    private final int[][] ends;

    private Prefilter(List<String> literals, List<Integer> owners) {
        classes = numberCharacters(literals);
        List<int[]> states = new ArrayList<>();
        List<int[]> found = new ArrayList<>();
        grow(states, found);
        for (int i = 0; i < literals.size(); i++) {
            int state = 0;
            String literal = literals.get(i);
            for (int at = 0; at < literal.length(); at++) {
                char c = literal.charAt(at);
                int[] row = states.get(state);
                if (row[classOf[c]] < 0) {
                    row[classOf[c]] = grow(states, found);
                }
                state = row[classOf[c]];
            }
            found.set(state, with(found.get(state), owners.get(i)));
        }
        next = new int[states.size() * classes];
        ends = link(states, found);
        for (int state = 0; state < states.size(); state++) {
            System.arraycopy(states.get(state), 0, next, state * classes, classes);
        }
    }

    /** @param owners by literal: the number of the pattern that needs it */
    static Prefilter of(List<String> literals, List<Integer> owners) {
        return new Prefilter(literals, owners);
    }

    /** Tells {@code candidate} each pattern that may match the line, possibly more than once. */
    void scan(String line, IntConsumer candidate) {
        int state = 0;
        for (int i = 0; i < line.length(); i++) {
            state = next[state * classes + classOf[line.charAt(i)]];
            if (ends[state] != null) {
                for (int owner : ends[state]) {
                    candidate.accept(owner);
                }
            }
        }
    }

    private int numberCharacters(List<String> literals) {
        short count = 1;
        for (String literal : literals) {
            for (int at = 0; at < literal.length(); at++) {
                char c = literal.charAt(at);
                if (classOf[c] == 0) {
                    classOf[c] = count;
                    classOf[Character.toUpperCase(c)] = count++;
                }
            }
        }
        // The two characters beyond ASCII that equal an ASCII letter when letter case is ignored.
        classOf['\u212A'] = classOf['k'];
        classOf['\u017F'] = classOf['s'];
        return count;
    }

    private int grow(List<int[]> states, List<int[]> found) {
        int[] row = new int[classes];
        Arrays.fill(row, -1);
        states.add(row);
        found.add(null);
        return states.size() - 1;
    }

    /** Breadth first: what has no way forward goes on where its longest proper suffix would. */
    private int[][] link(List<int[]> states, List<int[]> found) {
        int[] fail = new int[states.size()];
        Deque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int[] row = states.get(state);
            for (int c = 0; c < classes; c++) {
                int instead = state == 0 ? 0 : states.get(fail[state])[c];
                if (row[c] < 0) {
                    row[c] = instead;
                } else {
                    fail[row[c]] = instead;
                    found.set(row[c], with(found.get(row[c]), found.get(instead)));
                    queue.add(row[c]);
                }
            }
        }
        return found.toArray(new int[0][]);
    }

    private static int[] with(int[] owners, int... more) {
        if (more == null) {
            return owners;
        }
        return IntStream.concat(owners == null ? IntStream.empty() : Arrays.stream(owners), Arrays.stream(more))
                .distinct()
                .toArray();
    }
}
