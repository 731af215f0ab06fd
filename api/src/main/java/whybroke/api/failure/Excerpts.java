package whybroke.api.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whybroke.api.failure.Excerpt.Hidden;
import whybroke.api.failure.Excerpt.Line;
import whybroke.api.failure.Excerpt.Missing;
import whybroke.api.failure.Excerpt.Piece;
import whybroke.api.failure.Excerpt.Row;
import whybroke.rules.log.Gap;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Hit;

/** Chooses what of a tail is shown: around the deciding line, around what else rules knew, and the end. */
final class Excerpts {
    private static final int BEFORE = 10;
    private static final int AFTER = 12;
    private static final int AROUND_OTHER = 1;
    private static final int END = 5;
    private static final int END_ALONE = 60;
    private static final int MOST_OTHERS = 10;

    private final LogLines log;
    private final Integer decisive;
    private final Collection<String> captures;
    private final Map<Integer, Hit> others;

    private Excerpts(LogLines log, Integer decisive, Collection<String> captures, Map<Integer, Hit> others) {
        this.log = log;
        this.decisive = decisive;
        this.captures = captures;
        this.others = others;
    }

    /**
     * @param decisive raw number of the deciding line, null when none decided
     * @param captures what the rule captured, to be marked in that line
     * @param hits what else rules knew
     */
    static Excerpt around(LogLines log, Integer decisive, Collection<String> captures, List<Hit> hits) {
        Map<Integer, Hit> others = new TreeMap<>();
        hits.stream()
                .filter(hit ->
                        hit.rawLine() > 0 && !Integer.valueOf(hit.rawLine()).equals(decisive))
                .limit(MOST_OTHERS)
                .forEach(hit -> others.putIfAbsent(hit.rawLine(), hit));
        return new Excerpts(log, decisive, captures, others).excerpt();
    }

    static Excerpt whole(LogLines log) {
        BitSet all = new BitSet();
        all.set(0, log.size());
        return new Excerpts(log, null, List.of(), Map.of()).excerpt(all);
    }

    private Excerpt excerpt() {
        BitSet shown = new BitSet();
        int at = decisive == null ? -1 : index(decisive);
        show(shown, log.size() - (at < 0 ? END_ALONE : END), log.size() - 1);
        if (at >= 0) {
            show(shown, at - BEFORE, at + AFTER);
        }
        others.keySet().stream()
                .map(this::index)
                .filter(other -> other >= 0)
                .forEach(other -> show(shown, other - AROUND_OTHER, other + AROUND_OTHER));
        return excerpt(shown);
    }

    private void show(BitSet shown, int first, int last) {
        if (last >= 0 && first < log.size()) {
            shown.set(Math.max(0, first), Math.min(log.size(), last + 1));
        }
    }

    private Excerpt excerpt(BitSet shown) {
        List<Row> rows = new ArrayList<>();
        int hidden = 0;
        Map<Integer, Integer> gaps = new TreeMap<>();
        log.gaps().forEach((Gap gap) -> gaps.merge(gap.after(), gap.lines(), Integer::sum));
        hidden = gap(rows, gaps.get(-1), hidden);
        for (int index = 0; index < log.size(); index++) {
            if (shown.get(index)) {
                hidden = hide(rows, hidden);
                rows.add(line(index));
            } else {
                hidden++;
            }
            hidden = gap(rows, gaps.get(index), hidden);
        }
        hide(rows, hidden);
        var image = log.image();
        return new Excerpt(rows, log.size(), image.rawLines(), image.rawBytes(), image.redactions());
    }

    private static int gap(List<Row> rows, Integer lines, int hidden) {
        if (lines == null) {
            return hidden;
        }
        hide(rows, hidden);
        rows.add(new Missing(lines));
        return 0;
    }

    private static int hide(List<Row> rows, int hidden) {
        if (hidden > 0) {
            rows.add(new Hidden(hidden));
        }
        return 0;
    }

    private Line line(int index) {
        int raw = log.rawLine(index);
        boolean decides = decisive != null && decisive == raw;
        List<Piece> pieces =
                decides ? Pieces.of(log.line(index), captures) : List.of(new Piece(log.line(index), false));
        return new Line(raw, pieces, decides, others.get(raw));
    }

    /** Raw numbers rise with the index. */
    private int index(int raw) {
        int low = 0;
        int high = log.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = log.rawLine(middle);
            if (found == raw) {
                return middle;
            }
            if (found < raw) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
