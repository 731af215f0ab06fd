package whybroke.rules.match.scan;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The lines of one log on which each pattern was found, in order. For one thread. */
public final class Seen {
    /** Lines kept per pattern; beyond them only the last one is. */
    static final int MOST = 1000;

    private static final int[] NONE = {};

    private final Patterns patterns;
    private final int size;
    private final IntFunction<String> text;
    private final Budget budget;
    private final int[][] lines;
    private final int[] counts;

    Seen(Patterns patterns, int size, IntFunction<String> text, Budget budget) {
        this.patterns = patterns;
        this.size = size;
        this.text = text;
        this.budget = budget;
        lines = new int[patterns.size()][];
        counts = new int[patterns.size()];
    }

    /** Ascending; do not change. */
    public int[] of(String pattern) {
        int atom = patterns.number(pattern);
        if (lines[atom] == null) {
            lines[atom] = NONE;
            if (patterns.isWeak(atom)) {
                findEverywhere(atom);
            }
        }
        if (lines[atom].length != counts[atom]) {
            lines[atom] = Arrays.copyOf(lines[atom], counts[atom]);
        }
        return lines[atom];
    }

    /** True when not found at all; costs a look at every line when the pattern is weak. */
    public boolean isNowhere(String pattern) {
        return of(pattern).length == 0;
    }

    public boolean isWeak(String pattern) {
        return patterns.isWeak(patterns.number(pattern));
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

    void add(int atom, int line) {
        if (lines[atom] == null || lines[atom].length == 0) {
            lines[atom] = new int[4];
        } else if (counts[atom] == lines[atom].length) {
            lines[atom] = Arrays.copyOf(lines[atom], Math.min(MOST + 1, 2 * counts[atom]));
        }
        if (counts[atom] <= MOST) {
            counts[atom]++;
        }
        lines[atom][counts[atom] - 1] = line;
    }

    private void findEverywhere(int atom) {
        for (int i = 0; i < size; i++) {
            if (patterns.isIn(atom, text.apply(i), budget)) {
                add(atom, i);
            }
        }
    }

    /** Where in {@code sorted} the first value not below {@code value} stands. */
    private static int place(int[] sorted, int value) {
        int at = Arrays.binarySearch(sorted, value);
        return at < 0 ? -at - 1 : at;
    }
}
