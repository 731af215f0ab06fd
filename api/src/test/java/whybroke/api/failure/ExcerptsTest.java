package whybroke.api.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whybroke.api.failure.Excerpt.Hidden;
import whybroke.api.failure.Excerpt.Line;
import whybroke.api.failure.Excerpt.Missing;
import whybroke.rules.log.Gap;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogLines;

class ExcerptsTest {
    @Test
    void theDecidingLine_standsInItsSurroundings_andTheEndIsShown() throws IOException {
        Excerpt excerpt = Excerpts.around(lines(200), 100, List.of("line 100"), List.of());

        assertThat(excerpt.rows().getFirst()).isEqualTo(new Hidden(89));
        assertThat(raws(excerpt)).contains(90, 100, 112, 196, 200).doesNotContain(89, 113, 195);
        assertThat(excerpt.rows())
                .filteredOn(row -> row instanceof Line line && line.decisive())
                .singleElement()
                .satisfies(row ->
                        assertThat(((Line) row).pieces().getLast().captured()).isTrue());
    }

    @Test
    void withoutADecidingLine_theEndIsShown() throws IOException {
        assertThat(raws(Excerpts.around(lines(200), null, List.of(), List.of())))
                .hasSize(60)
                .endsWith(200);
    }

    @Test
    void aLineThatWasNotKept_isNoReasonToFail() throws IOException {
        assertThat(raws(Excerpts.around(lines(3), 77, List.of(), List.of()))).containsExactly(1, 2, 3);
        assertThat(Excerpts.around(lines(0), 1, List.of(), List.of()).rows()).isEmpty();
    }

    @Test
    void whatWasCutAway_isToldApartFromWhatIsOnlyNotShown() throws IOException {
        LogImage whole = lines(40).image();
        LogImage cut = new LogImage(
                whole.kind(),
                whole.text(),
                new int[] {0, 1, 10, 1011},
                whole.sections(),
                List.of(new Gap(9, 1000)),
                whole.rawBytes(),
                1040,
                0,
                whole.engine());

        Excerpt excerpt = Excerpts.around(LogLines.of(cut), 1039, List.of(), List.of());

        assertThat(excerpt.rows().getFirst()).isEqualTo(new Hidden(10));
        assertThat(excerpt.rows().get(1)).isEqualTo(new Missing(1000));
        assertThat(raws(excerpt)).startsWith(1029).contains(1039).endsWith(1040);
        assertThat(Excerpts.whole(LogLines.of(cut)).rows()).hasSize(41);
    }

    private static List<Integer> raws(Excerpt excerpt) {
        return excerpt.rows().stream()
                .filter(Line.class::isInstance)
                .map(row -> ((Line) row).raw())
                .toList();
    }

    private static LogLines lines(int count) throws IOException {
        String text = IntStream.rangeClosed(1, count)
                .mapToObj(n -> "this is line " + n)
                .collect(Collectors.joining("\n"));
        return LogLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
