package whybroke.dashboards.failure;

import java.util.List;
import java.util.stream.IntStream;
import whybroke.api.failure.Excerpt;
import whybroke.api.failure.Excerpt.Hidden;
import whybroke.api.failure.Excerpt.Line;
import whybroke.api.failure.Excerpt.Missing;
import whybroke.api.failure.Excerpt.Piece;
import whybroke.api.failure.Excerpt.Row;
import whybroke.rules.match.Hit;

/**
 * An excerpt as it is drawn: the lines around the decisive one open, the others behind an expander.
 *
 * @param parts in order, none empty
 */
public record LogView(List<Part> parts) {
    private static final int AROUND = 5;
    private static final int END = 12;

    /** @param folded the expander's words, null when the lines are open */
    public record Part(String folded, List<Entry> entries) {}

    /**
     * A line, or what stands where lines are not.
     *
     * @param cut words in place of lines, null for a line
     */
    public record Entry(String cut, int raw, List<Bit> bits, boolean decisive, Hit other) {
        Entry asDecisive() {
            return new Entry(cut, raw, bits, true, other);
        }
    }

    /** @param kind {@code plain}, {@code captured} or {@code redacted} */
    public record Bit(String text, String kind) {}

    static LogView of(Excerpt excerpt) {
        List<Entry> entries =
                excerpt.rows().stream().map(row -> entry(row, excerpt)).toList();
        int decisive = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).decisive())
                .findFirst()
                .orElse(-1);
        int from = decisive < 0 ? entries.size() - END : decisive - AROUND;
        int to = decisive < 0 ? entries.size() : decisive + AROUND + 1;
        return split(entries, Math.max(0, from), Math.min(entries.size(), to));
    }

    /**
     * All of it open, for the page of the whole log.
     *
     * @param decisive raw number of the deciding line, null when none decided
     */
    static List<Entry> all(Excerpt excerpt, Integer decisive) {
        return excerpt.rows().stream()
                .map(row -> entry(row, excerpt))
                .map(entry -> decisive != null && entry.raw() == decisive ? entry.asDecisive() : entry)
                .toList();
    }

    private static LogView split(List<Entry> entries, int from, int to) {
        return new LogView(java.util.stream.Stream.of(
                        part("above", entries.subList(0, from)),
                        new Part(null, entries.subList(from, to)),
                        part("below", entries.subList(to, entries.size())))
                .filter(part -> !part.entries().isEmpty())
                .toList());
    }

    private static Part part(String where, List<Entry> entries) {
        long lines = entries.stream().filter(entry -> entry.cut() == null).count();
        return new Part(Words.count(lines, "line ", "lines ") + where, entries);
    }

    private static Entry entry(Row row, Excerpt excerpt) {
        return switch (row) {
            case Line line -> new Entry(null, line.raw(), bits(line), line.decisive(), line.hit());
            case Hidden hidden -> cut(Words.count(hidden.lines(), "line is", "lines are") + " not shown here.");
            case Missing missing ->
                cut(Words.count(missing.lines(), "line was", "lines were") + " left out: the log has "
                        + Words.size(excerpt.rawBytes())
                        + ", more than is kept. The cause may be in the missing part.");
        };
    }

    private static Entry cut(String words) {
        return new Entry(words, 0, List.of(), false, null);
    }

    private static List<Bit> bits(Line line) {
        return line.pieces().stream().flatMap(piece -> bits(piece).stream()).toList();
    }

    private static List<Bit> bits(Piece piece) {
        return piece.captured() ? List.of(new Bit(piece.text(), "captured")) : Redacted.split(piece.text());
    }
}
