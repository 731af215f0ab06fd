package whybroke.dashboards.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whybroke.api.failure.Excerpt;
import whybroke.api.failure.Excerpt.Line;
import whybroke.api.failure.Excerpt.Piece;
import whybroke.api.failure.Excerpt.Row;

class LogViewTest {
    @Test
    void decisiveLine_isOpenWithItsNeighbours_theRestIsFolded() {
        LogView view = LogView.of(excerpt(lines(1, 40, 20)));

        assertThat(view.parts())
                .extracting(LogView.Part::folded)
                .containsExactly("14 lines above", null, "15 lines below");
        assertThat(view.parts().get(1).entries())
                .extracting(LogView.Entry::raw)
                .startsWith(15)
                .endsWith(25);
        assertThat(view.parts().get(1).entries())
                .filteredOn(LogView.Entry::decisive)
                .hasSize(1);
    }

    @Test
    void withoutADecisiveLine_theEndIsOpen() {
        LogView view = LogView.of(excerpt(lines(1, 40, 0)));

        assertThat(view.parts()).extracting(LogView.Part::folded).containsExactly("28 lines above", null);
    }

    @Test
    void noLines_noParts() {
        assertThat(LogView.of(Excerpt.NONE).parts()).isEmpty();
    }

    @Test
    void missingLines_sayThatTheCauseMayBeThere() {
        LogView view = LogView.of(new Excerpt(List.of(new Excerpt.Missing(412)), 10, 422, 9_541_000, 0));

        assertThat(view.parts().getFirst().entries().getFirst().cut())
                .isEqualTo("412 lines were left out: the log has 9.1 MiB, more than is kept. The cause may be in the"
                        + " missing part.");
    }

    @Test
    void capturesAndRedactions_areTold() {
        Line line = new Line(
                7,
                List.of(new Piece("> token [redacted:token] from ", false), new Piece("repo.example.org", true)),
                true,
                null);

        LogView view = LogView.of(excerpt(List.of(line)));

        assertThat(view.parts().getFirst().entries().getFirst().bits())
                .extracting(LogView.Bit::kind)
                .containsExactly("plain", "redacted", "plain", "captured");
    }

    @Test
    void wholeLog_isShownInStretches_thatHoldTheLineAskedFor() {
        Excerpt tail = excerpt(lines(1, 4_500, 0));

        LogPage page = LogPage.of(new Given().failure().summary(), tail, 2_500);

        assertThat(page.entries()).hasSize(2_000);
        assertThat(page.entries().getFirst().raw()).isEqualTo(2_001);
        assertThat(page.before()).isEqualTo(2_000);
        assertThat(page.after()).isEqualTo(4_001);
    }

    @Test
    void wholeLog_lineBeyondTheEnd_givesTheEnd() {
        LogPage page = LogPage.of(new Given().failure().summary(), excerpt(lines(1, 10, 0)), 99);

        assertThat(page.entries()).hasSize(10);
        assertThat(page.after()).isNull();
    }

    private static Excerpt excerpt(List<? extends Row> rows) {
        return new Excerpt(List.copyOf(rows), rows.size(), rows.size(), 1_000, 0);
    }

    private static List<Row> lines(int from, int to, int decisive) {
        return IntStream.rangeClosed(from, to)
                .<Row>mapToObj(raw -> new Line(raw, List.of(new Piece("line " + raw, false)), raw == decisive, null))
                .toList();
    }
}
