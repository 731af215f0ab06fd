package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a log that is too large. */
class CutTest {
    private static final LogLimits LIMITS = new LogLimits(2000, 4000, 3000, 256, 1 << 30);

    private static LogLines of(int lines, IntFunction<String> line) {
        String raw = IntStream.rangeClosed(1, lines).mapToObj(line).collect(Collectors.joining("\n"));
        return Read.log(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), LIMITS);
    }

    @Test
    void log_thatFits_isWhole() {
        LogLines log = of(800, i -> "line 1000" + i % 10);

        assertThat(log.gaps()).isEmpty();
        assertThat(log.size()).isEqualTo(800);
    }

    @Test
    void log_thatDoesNotFit_keepsHeadAndTailAndSaysWhatIsMissing() {
        LogLines log = of(5000, i -> "line " + i);

        assertThat(log.line(0)).isEqualTo("line 1");
        assertThat(log.line(log.size() - 1)).isEqualTo("line 5000");
        assertThat(log.gaps()).hasSize(1);
        assertThat(log.size() + log.gaps().getFirst().lines()).isEqualTo(5000);
        assertThat(log.rawLine(log.gaps().getFirst().after() + 1))
                .isEqualTo(log.rawLine(log.gaps().getFirst().after())
                        + log.gaps().getFirst().lines()
                        + 1);
    }

    @Test
    void error_inTheMiddle_isKeptWithItsNeighbours() {
        LogLines log = of(5000, i -> i == 2500 ? "java.lang.IllegalStateException: no" : "line " + i);

        assertThat(Read.lines(log)).contains("line 2491", "java.lang.IllegalStateException: no", "line 2520");
        assertThat(log.gaps()).hasSize(2);
    }

    @Test
    void oneVoice_afterAChorus_isKept() {
        LogLines log = of(20_000, i -> i == 12_000 ? "FATAL: disk is gone" : "ERROR retry " + i + " of many");

        assertThat(Read.lines(log)).contains("FATAL: disk is gone");
    }

    @Test
    void errors_moreThanFit_keepTheEarliestAndTheLatest() {
        LogLines log = of(
                60_000,
                i -> i % 40 == 0 ? "error in " + (char) ('a' + i / 40 % 26) + "x".repeat(i / 1040) : "line " + i);

        assertThat(log.utf8()).hasSizeLessThanOrEqualTo(9000);
        int middle = log.rawLine(log.size() / 2);
        assertThat(log.rawLine(0)).isEqualTo(1);
        assertThat(middle).isPositive();
        assertThat(log.gaps().size()).isGreaterThan(1);
    }

    @Test
    void line_tooLong_keepsStartAndEnd() {
        LogLines log = of(1, i -> "start " + "a ".repeat(500) + "error: end");

        assertThat(log.line(0)).startsWith("start a a").endsWith("a error: end").contains(" [cut: ");
        assertThat(log.line(0).length()).isLessThanOrEqualTo(256);
    }

    @Test
    void line_tooLong_isCutBetweenCharacters() {
        LogLines log = of(1, i -> "漢".repeat(1000));

        assertThat(log.line(0)).matches("漢+ \\[cut: \\d+ more bytes] 漢+");
    }

    @Test
    void cutLine_andItsNumber_addUp() {
        LogLines log = of(1, i -> "0123456789".repeat(100));

        String[] parts = log.line(0).split(" \\[cut: | more bytes] ");
        assertThat(parts[0].length() + Integer.parseInt(parts[1]) + parts[2].length())
                .isEqualTo(1000);
    }

    @Test
    void line_asLongAsAllowed_isWhole() {
        assertThat(of(1, i -> "a".repeat(256)).line(0)).hasSize(256).doesNotContain("cut");
    }

    @Test
    void cutTo_fewerBytes_keepsHeadTailAndErrors() {
        LogLines log = of(700, i -> i == 350 ? "FAILED: middle" : "line " + i);

        LogLines cut = log.cutTo(2000);

        assertThat(cut.utf8()).hasSizeLessThanOrEqualTo(2000);
        assertThat(Read.lines(cut)).contains("line 1", "FAILED: middle", "line 700");
        assertThat(cut.gaps()).isNotEmpty();
        assertThat(cut.size() + cut.gaps().stream().mapToInt(Gap::lines).sum()).isEqualTo(700);
        assertThat(cut.rawLines()).isEqualTo(log.rawLines());
        assertThat(LogLines.of(cut.image())).isEqualTo(cut);
    }

    @Test
    void cutTo_ofACutLog_keepsEarlierGaps() {
        LogLines log = of(5000, i -> "line " + i);

        LogLines cut = log.cutTo(3000);

        assertThat(cut.size() + cut.gaps().stream().mapToInt(Gap::lines).sum()).isEqualTo(5000);
        assertThat(cut.line(cut.size() - 1)).isEqualTo("line 5000");
    }

    @Test
    void cutTo_moreThanThereIs_changesNothing() {
        LogLines log = of(10, i -> "line " + i);

        assertThat(log.cutTo(10_000)).isSameAs(log);
    }

    @Test
    void cutTo_movesSections() {
        LogLines log = of(
                700, i -> i == 300 ? "##[group]b" : i == 690 ? "##[endgroup]" : i == 692 ? "##[group]c" : "line " + i);

        LogLines cut = log.cutTo(2000);

        Section b = cut.sections().getFirst();
        Section c = cut.sections().getLast();
        assertThat(cut.line(b.last())).isEqualTo("##[endgroup]");
        assertThat(cut.line(c.first())).isEqualTo("##[group]c");
        assertThat(c.last()).isEqualTo(cut.size() - 1);
    }

    @Test
    void cutTo_almostNothing_stillSaysWhatIsMissing() {
        LogLines cut = of(700, i -> "line " + i).cutTo(3);

        assertThat(cut.size()).isZero();
        assertThat(cut.gaps()).containsExactly(new Gap(-1, 700));
    }

    @Test
    void lineAt_anyPlace_isTheLineThere() {
        LogLines log = Read.log("ab\n\ncd");

        assertThat(IntStream.range(0, 6).map(log::lineAt)).containsExactly(0, 0, 0, 1, 2, 2);
        assertThat(log.start(2)).isEqualTo(4);
        assertThat(log.end(1)).isEqualTo(3);
    }

    @Test
    void limits_withoutSense_areRefused() {
        assertThatThrownBy(() -> new LogLimits(-1, 1, 1, 200, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogLimits(1, 1, 1, 10, 1)).hasMessageContaining("at least 128");
    }
}
