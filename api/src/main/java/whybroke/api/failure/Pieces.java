package whybroke.api.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import whybroke.api.failure.Excerpt.Piece;

/** Cuts a line where a captured text begins and ends; of several places of one text the first is marked. */
final class Pieces {
    private Pieces() {}

    static List<Piece> of(String line, Collection<String> captures) {
        BitSet marked = new BitSet();
        for (String capture : captures) {
            int start = capture == null || capture.isBlank() ? -1 : line.indexOf(capture);
            if (start >= 0) {
                marked.set(start, start + capture.length());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            boolean captured = marked.get(from);
            int change = captured ? marked.nextClearBit(from) : marked.nextSetBit(from);
            int to = change < 0 ? line.length() : Math.min(change, line.length());
            pieces.add(new Piece(line.substring(from, to), captured));
            from = to;
        }
        return pieces;
    }
}
