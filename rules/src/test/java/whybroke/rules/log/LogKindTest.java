package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogKindTest {
    static Stream<String> nothing() {
        return Stream.of(
                "", "\n", " \t\r\n\n  ", "\0\0\0\n", "\u001b[0m\u001b[K\n", "\ufeff", "travis_fold:start:a\r\n");
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void log_withoutVisibleText_isEmpty(String raw) {
        LogLines log = Read.log(raw);

        assertThat(log.kind()).isEqualTo(LogKind.EMPTY);
        assertThat(log.size()).isZero();
        assertThat(log.image().text()).isEmpty();
        assertThat(log.rawBytes()).isEqualTo(raw.getBytes(StandardCharsets.UTF_8).length);
    }

    static Stream<byte[]> foreign() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("text\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("1_build.txt"));
        }
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0};
        byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 4, 0};
        return Stream.of(gzip.toByteArray(), zip.toByteArray(), noise, elf, zstd);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void stream_thatIsNoText_keepsNothing(byte[] raw) {
        LogLines log = Read.log(raw);

        assertThat(log.kind()).isEqualTo(LogKind.BINARY);
        assertThat(log.size()).isZero();
        assertThat(log.hash()).isEqualTo(Read.log("").hash());
    }

    @Test
    void textOfAnotherEncoding_isStillText() {
        byte[] raw = "编译失败：找不到符号\n".repeat(500).getBytes(java.nio.charset.Charset.forName("GBK"));

        assertThat(Read.log(raw).kind()).isEqualTo(LogKind.TEXT);
    }

    @Test
    void binaryOutput_insideALog_isStillText() {
        byte[] noise = new byte[2000];
        new Random(7).nextBytes(noise);
        String raw = "line of text\n".repeat(2000);

        LogLines log = Read.log(raw + new String(noise, StandardCharsets.ISO_8859_1) + "\nERROR: done\n");

        assertThat(log.kind()).isEqualTo(LogKind.TEXT);
        assertThat(log.line(log.size() - 1)).isEqualTo("ERROR: done");
    }

    @Test
    void log_largerThanTheRawLimit_keepsWhatWasSeen() {
        LogLimits limits = new LogLimits(1000, 1000, 1000, 200, 50);

        LogLines log =
                Read.log(new ByteArrayInputStream("0123456789\n".repeat(10).getBytes(StandardCharsets.UTF_8)), limits);

        assertThat(log.kind()).isEqualTo(LogKind.TOO_LARGE);
        assertThat(log.rawBytes()).isEqualTo(50);
        assertThat(Read.lines(log)).hasSize(5).last().isEqualTo("012345");
    }

    @Test
    void log_exactlyAsLargeAsTheRawLimit_isWhole() {
        LogLimits limits = new LogLimits(1000, 1000, 1000, 200, 55);

        LogLines log =
                Read.log(new ByteArrayInputStream("0123456789\n".repeat(5).getBytes(StandardCharsets.UTF_8)), limits);

        assertThat(log.kind()).isEqualTo(LogKind.TEXT);
        assertThat(log.size()).isEqualTo(5);
    }
}
