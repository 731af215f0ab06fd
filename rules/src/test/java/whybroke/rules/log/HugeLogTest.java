package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** However much comes, little is held. */
class HugeLogTest {
    private static final long MB = 1024 * 1024;
    private static final LogLimits NO_RAW_LIMIT =
            new LogLimits(64 * 1024, 192 * 1024, 128 * 1024, 4096, Long.MAX_VALUE);

    /** Reads and asserts that the heap in use afterwards, garbage not collected, never came near the log's size. */
    private static LogLines readFlat(Supplier<InputStream> stream) {
        System.gc();
        MostHeap heap = new MostHeap();
        LogLines log = Read.log(heap.watching(stream.get()), NO_RAW_LIMIT);
        assertThat(heap.mostAfterCollection()).as("bytes of heap held").isLessThan(32 * MB);
        return log;
    }

    @Test
    void log_ofManyHundredMegabytes_isReadInFlatMemory() {
        byte[] piece = "2026-11-20T15:23:28.1234567Z Downloading https://repo.example.org/a/b/c-1.0.jar (12 kB)\n"
                .repeat(1000)
                .getBytes(StandardCharsets.UTF_8);
        long total = piece.length * 3400L;

        LogLines log = readFlat(() -> Read.endless(piece, total));

        assertThat(log.rawBytes()).isEqualTo(total).isGreaterThan(280 * MB);
        assertThat(log.rawLines()).isEqualTo(3_400_000);
        assertThat(log.rawLine(log.size() - 1)).isEqualTo(3_400_000);
        assertThat(log.utf8()).hasSizeBetween(200 * 1024, 384 * 1024);
        assertThat(log.gaps()).isNotEmpty();
    }

    @Test
    void line_of50Megabytes_keepsItsStartAndItsEnd() {
        byte[] piece = "0123456789abcde ".getBytes(StandardCharsets.UTF_8);
        InputStream middle = Read.endless(piece, 50 * MB);

        LogLines log = readFlat(() -> new SequenceInputStream(Collections.enumeration(
                List.of(text("before\nstart of it "), middle, text("ERROR: at the very end\nafter\n")))));

        assertThat(log.size()).isEqualTo(3);
        assertThat(log.line(1))
                .startsWith("start of it 0123")
                .contains(" more bytes] ")
                .endsWith("ERROR: at the very end")
                .hasSizeLessThanOrEqualTo(4096);
        assertThat(log.line(2)).isEqualTo("after");
    }

    @Test
    void nulBytes_withoutEnd_areNothing() {
        LogLines log = readFlat(() -> Read.endless(new byte[65536], 200 * MB));

        assertThat(log.kind()).isEqualTo(LogKind.EMPTY);
    }

    @Test
    void progress_of50MegabytesOnOneLine_keepsTheLast() {
        byte[] piece = "\rDownloading   1%".getBytes(StandardCharsets.UTF_8);

        LogLines log = readFlat(() -> Read.endless(piece, 50 * MB));

        assertThat(Read.lines(log)).containsExactly("Downloading   1%");
    }

    @Test
    void continuedLines_of50Megabytes_areOneCutLine() {
        byte[] piece = "2026-11-20T15:23:28.962646Z 00O+0123456789 0123456789\n".getBytes(StandardCharsets.UTF_8);
        InputStream first = text("2026-11-20T15:23:28.962646Z 00O start \n");

        LogLines log = readFlat(() -> new SequenceInputStream(first, Read.endless(piece, 50 * MB)));

        assertThat(log.size()).isLessThanOrEqualTo(2);
        assertThat(log.line(0)).startsWith("start 0123456789 ").contains(" more bytes] ");
    }

    @Test
    void escapeSequence_withoutEnd_isBounded() {
        LogLines log = readFlat(() -> new SequenceInputStream(
                text("a\u001b]0;"), Read.endless("title".getBytes(StandardCharsets.UTF_8), 50 * MB)));

        assertThat(Read.lines(log)).containsExactly("a");
    }

    @Test
    void emptyLines_byTheMillion_areBounded() {
        LogLines log = readFlat(() ->
                new SequenceInputStream(text("a"), Read.endless("\n".getBytes(StandardCharsets.UTF_8), 20 * MB)));

        assertThat(log.utf8()).hasSizeLessThanOrEqualTo(384 * 1024);
        assertThat(log.rawLines()).isEqualTo((int) (20 * MB));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
