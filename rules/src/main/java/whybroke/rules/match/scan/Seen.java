package whybroke.rules.match.scan;

import java.util.Arrays;
import java.util.Map;

/** The lines on which each pattern was found, in order. */
public final class Seen {
    /** Lines kept per pattern; beyond them only the last one is. */
    static final int MOST = 1000;

    private static final int[] NONE = {};

    private final Map<String, Integer> numbers;
    private final int[][] lines;

    private Seen(Map<String, Integer> numbers, int[][] lines) {
        this.numbers = numbers;
        this.lines = lines;
    }

    /** Ascending; do not change. */
    public int[] of(String pattern) {
        int[] found = lines[numbers.get(pattern)];
        return found == null ? NONE : found;
    }

    /** The last line before {@code line} (exclusive), -1 when there is none. */
    public int before(String pattern, int line) {
        int at = place(of(pattern), line) - 1;
        return at < 0 ? -1 : of(pattern)[at];
    }

    /** The first line after {@code line} (exclusive), -1 when there is none. */
    public int after(String pattern, int line) {
        int at = place(of(pattern), line + 1);
        return at >= of(pattern).length ? -1 : of(pattern)[at];
    }

    /** True when found on a line of {@code first..last}, both inclusive. */
    public boolean between(String pattern, int first, int last) {
        int at = after(pattern, first - 1);
        return at >= 0 && at <= last;
    }

    /** Where in {@code sorted} the first value not below {@code value} stands. */
    private static int place(int[] sorted, int value) {
        int at = Arrays.binarySearch(sorted, value);
        return at < 0 ? -at - 1 : at;
    }

    static final class Builder {
        private final int[][] lines;
        private final int[] counts;

        Builder(int patterns) {
            lines = new int[patterns][];
            counts = new int[patterns];
        }

        void add(int pattern, int line) {
            if (lines[pattern] == null) {
                lines[pattern] = new int[4];
            }
            if (counts[pattern] == lines[pattern].length) {
                lines[pattern] = Arrays.copyOf(lines[pattern], Math.min(MOST + 1, 2 * counts[pattern]));
            }
            if (counts[pattern] <= MOST) {
                counts[pattern]++;
            }
            lines[pattern][counts[pattern] - 1] = line;
        }

        Seen build(Map<String, Integer> numbers) {
            for (int i = 0; i < lines.length; i++) {
                lines[i] = lines[i] == null ? null : Arrays.copyOf(lines[i], counts[i]);
            }
            return new Seen(numbers, lines);
        }
    }
}
