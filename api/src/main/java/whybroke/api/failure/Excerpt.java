package whybroke.api.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import whybroke.rules.match.Hit;

/**
 * Lines of a tail with what lies between them.
 *
 * @param rows in order
 * @param keptLines lines that were kept of the log
 * @param rawLines lines the raw log had
 * @param rawBytes bytes the raw log had
 * @param redactions secrets replaced
 */
public record Excerpt(List<Row> rows, int keptLines, int rawLines, long rawBytes, int redactions) {
    public static final Excerpt NONE = new Excerpt(List.of(), 0, 0, 0, 0);

    public sealed interface Row {
        /** {@code line}, {@code hidden} or {@code missing}. */
        @JsonProperty
        String kind();
    }

    /**
     * @param raw 1-based number in the raw log
     * @param pieces the text, cut where a capture begins and ends
     * @param decisive the verdict stands on this line
     * @param hit what another rule knew here and why it lost; null on most lines
     */
    public record Line(int raw, List<Piece> pieces, boolean decisive, Hit hit) implements Row {
        @Override
        public String kind() {
            return "line";
        }

        public String text() {
            return String.join("", pieces.stream().map(Piece::text).toList());
        }
    }

    /** @param captured the rule captured this piece */
    public record Piece(String text, boolean captured) {}

    /** Lines that the tail has and this excerpt leaves out. */
    public record Hidden(int lines) implements Row {
        @Override
        public String kind() {
            return "hidden";
        }
    }

    /** Raw lines that were not kept: the cause may be among them. */
    public record Missing(int lines) implements Row {
        @Override
        public String kind() {
            return "missing";
        }
    }
}
