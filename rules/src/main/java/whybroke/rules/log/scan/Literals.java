package whybroke.rules.log.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An Aho-Corasick automaton over ASCII literals without regard to case, laid out as one dense table. Immutable.
 *
 * <p>States are numbered so that those where a literal ends come last: the inner loop is one look-up and one compare
 * for each byte.
 */
public final class Literals {
    /** What the caller wants with a literal: tags of one line are or-ed together. */
    public record Literal(String text, int tag) {}

    /** Told of each occurrence, in the order of their ends. */
    @FunctionalInterface
    public interface Occurrence {
        void found(int literal, int start, int end);
    }

    private final byte[] classes = new byte[256];
    private final int shift;
    private final int[] next;
    private final int firstEnd;
    private final int[] tags;
    private final int[][] ends;
    private final int[] lengths;

    public Literals(List<Literal> literals) {
        int count = classesOf(literals);
        shift = 32 - Integer.numberOfLeadingZeros(count - 1);
        Trie trie = new Trie(count);
        lengths = new int[literals.size()];
        for (int i = 0; i < literals.size(); i++) {
            lengths[i] = literals.get(i).text().length();
            trie.add(literals.get(i), i);
        }
        trie.link();
        int[] order = trie.endsLast();
        int states = order.length;
        next = new int[states << shift];
        tags = new int[states];
        ends = new int[states][];
        int plain = 0;
        for (int old = 0; old < states; old++) {
            int state = order[old];
            for (int c = 0; c < count; c++) {
                next[(state << shift) + c] = order[trie.next.get(old)[c]] << shift;
            }
            tags[state] = trie.tags.get(old);
            ends[state] =
                    trie.ends.get(old).stream().mapToInt(Integer::intValue).toArray();
            plain += ends[state].length == 0 ? 1 : 0;
        }
        firstEnd = plain << shift;
    }

    private int classesOf(List<Literal> literals) {
        int count = 1;
        for (Literal literal : literals) {
            for (int i = 0; i < literal.text().length(); i++) {
                int c = Ascii.fold(literal.text().charAt(i));
                if (classes[c] == 0) {
                    classes[c] = (byte) count++;
                }
            }
        }
        for (int c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[Ascii.fold(c)];
        }
        return count;
    }

    /** The tags of all literals between the two places, or-ed. */
    public int tags(byte[] text, int from, int to) {
        int state = 0;
        int found = 0;
        for (int i = from; i < to; i++) {
            state = next[state + classes[text[i] & 0xff]];
            if (state >= firstEnd) {
                found |= tags[state >> shift];
            }
        }
        return found;
    }

    /** Every occurrence of every literal between the two places. */
    public void each(byte[] text, int from, int to, Occurrence occurrence) {
        int state = 0;
        for (int i = from; i < to; i++) {
            state = next[state + classes[text[i] & 0xff]];
            if (state >= firstEnd) {
                for (int literal : ends[state >> shift]) {
                    occurrence.found(literal, i + 1 - lengths[literal], i + 1);
                }
            }
        }
    }

    /** The tree of literals while it is being built; turned into a full automaton by {@link #link()}. */
    private final class Trie {
        private final int classCount;
        private final List<int[]> next = new ArrayList<>();
        private final List<Integer> tags = new ArrayList<>();
        private final List<List<Integer>> ends = new ArrayList<>();

        Trie(int classCount) {
            this.classCount = classCount;
            node();
        }

        private int node() {
            int[] row = new int[classCount];
            Arrays.fill(row, -1);
            next.add(row);
            tags.add(0);
            ends.add(new ArrayList<>());
            return next.size() - 1;
        }

        void add(Literal literal, int index) {
            int state = 0;
            for (int i = 0; i < literal.text().length(); i++) {
                int c = classes[literal.text().charAt(i)];
                if (next.get(state)[c] < 0) {
                    next.get(state)[c] = node();
                }
                state = next.get(state)[c];
            }
            tags.set(state, tags.get(state) | literal.tag());
            ends.get(state).add(index);
        }

        void link() {
            int[] fallback = new int[next.size()];
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            queue.add(0);
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int back = fallback[state];
                if (state != 0) {
                    tags.set(state, tags.get(state) | tags.get(back));
                    ends.get(state).addAll(ends.get(back));
                }
                for (int c = 0; c < classCount; c++) {
                    int child = next.get(state)[c];
                    int other = state == 0 ? 0 : next.get(back)[c];
                    if (child < 0) {
                        next.get(state)[c] = other;
                    } else {
                        fallback[child] = other;
                        queue.add(child);
                    }
                }
            }
        }

        /** The new number of each state. */
        int[] endsLast() {
            int[] order = new int[next.size()];
            int number = 0;
            for (int pass = 0; pass < 2; pass++) {
                for (int state = 0; state < order.length; state++) {
                    if (ends.get(state).isEmpty() == (pass == 0)) {
                        order[state] = number++;
                    }
                }
            }
            return order;
        }
    }
}
