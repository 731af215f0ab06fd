package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every input. The seed names the case. */
class LogLinesPropertyTest {
    private static final LogLimits SMALL = new LogLimits(600, 900, 800, 200, 1 << 20);
    private static final List<String> PIECES = List.of(
            "\n",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\b",
            "\0",
            "\t",
            " ",
            "text",
            "ERROR: bad",
            "at a.B(C.java:1)",
            "ü漢\ud83d\ude80",
            "\u001b[31m",
            "\u001b[0K",
            "\u001b[2K",
            "\u001b]0;t\u0007",
            "\u001b]8;;x\u001b\\",
            "\u001b",
            "\u001b[",
            "\u001b_bk;t=1700000000000\u0007",
            "\u009b1m",
            "\u009d",
            "\u009c",
            "\ufeff",
            "2026-11-20T15:23:28.1234567Z ",
            "2026-11-20T15:23:28.962646Z 00O ",
            "2026-11-20T15:23:28.962646Z 00O+",
            "2026-11-20T15:23:28.123456789Z ",
            "12:00:00  ",
            "##[group]Run a",
            "##[endgroup]",
            "section_start:1700000000:a\r\u001b[0K",
            "section_end:1700000001:a\r\u001b[0K",
            "travis_fold:start:a\r",
            "[Pipeline] { (a)",
            "[Pipeline] }",
            "--- a",
            "password=",
            "hunter2secret",
            "token: ",
            "a1b2c3d4e5f6a7b8",
            "https://u:p4ss@h/",
            "-----BEGIN RSA PRIVATE KEY-----",
            "MIIEowIBAAKCAQEA1234567890abcdefMIIEowIBAAKCAQEA1234567890abcdef",
            "-----END RSA PRIVATE KEY-----",
            "Authorization: Bearer ",
            "x".repeat(150),
            "y ".repeat(300));

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Something like a log, with everything in the wrong place. */
    private static byte[] log(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int pieces = random.nextInt(random.nextBoolean() ? 20 : 600);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(50) == 0) {
                out.write(random.nextInt(256));
            } else {
                out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chunks_ofAnySize_giveTheSameLines(int seed) {
        Random random = new Random(seed);
        byte[] raw = log(random);

        LogLines whole = Read.log(new ByteArrayInputStream(raw), SMALL);
        LogLines pieces = Read.log(dribbling(raw, random), SMALL);
        LogLines single = Read.log(dribbling(raw, null), SMALL);

        assertThat(pieces).isEqualTo(whole);
        assertThat(single).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyLog_keepsWithinItsLimitsAndItsOwnOrder(int seed) {
        LogLines log = Read.log(new ByteArrayInputStream(log(new Random(seed))), SMALL);

        assertThat(log.utf8()).hasSizeLessThanOrEqualTo(600 + 900 + 800);
        assertThat(Read.rawLines(log)).isSorted().doesNotHaveDuplicates();
        assertThat(Read.lines(log)).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
            assertThat(line.chars()).noneMatch(c -> c < ' ' && c != '\t' || c >= 0x7f && c < 0xa0 || c == 0xfeff);
            assertThat(line).doesNotEndWith(" ").doesNotEndWith("\t");
        });
        assertThat(log.sections()).allSatisfy(section -> {
            assertThat(section.first()).isBetween(0, log.size());
            assertThat(section.last()).isBetween(section.first() - 1, log.size() - 1);
        });
        assertThat(log.gaps()).allSatisfy(gap -> {
            assertThat(gap.after()).isBetween(-1, log.size() - 1);
            assertThat(gap.lines()).isNotNegative();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void image_thereAndBack_isEqual(int seed) {
        LogLines log = Read.log(new ByteArrayInputStream(log(new Random(seed))), SMALL);

        LogLines back = LogLines.of(log.image());

        assertThat(back).isEqualTo(log);
        assertThat(back.hash()).isEqualTo(log.hash());
        assertThat(Read.lines(back)).isEqualTo(Read.lines(log));
        assertThat(Read.rawLines(back)).isEqualTo(Read.rawLines(log));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keptText_readAgain_staysAsItIs(int seed) {
        Random random = new Random(seed);
        String text = plain(random, 1 + random.nextInt(200));

        String once = Read.log(text).image().text();
        String twice = Read.log(once).image().text();

        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rawNumbers_ofPlainText_areThoseOfAnEditor(int seed) {
        Random random = new Random(seed);
        String raw = plain(random, 1 + random.nextInt(120));
        String[] editor = raw.split("\n", -1);

        LogLines log = Read.log(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), SMALL);

        for (int i = 0; i < log.size(); i++) {
            assertThat(log.line(i)).isEqualTo(editor[log.rawLine(i) - 1]);
        }
        int left = log.gaps().stream().mapToInt(Gap::lines).sum();
        assertThat(log.size() + left).isEqualTo(log.rawLines());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noise_ofAnyLength_neverFails(int seed) {
        Random random = new Random(seed);
        byte[] raw = new byte[random.nextInt(3000)];
        random.nextBytes(raw);
        byte[] asText = ("text\n".repeat(2000)).getBytes(StandardCharsets.UTF_8);

        assertThat(Read.log(raw).rawBytes()).isLessThanOrEqualTo(raw.length);
        assertThat(Read.log(join(asText, raw)).kind()).isEqualTo(LogKind.TEXT);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static String plain(Random random, int lines) {
        List<String> words = List.of("compile", "ok", "error: x", "warning", "a b c", "12%", "Ä漢", "FAILED", "");
        List<String> out = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String line = "";
            for (int j = random.nextInt(6); j > 0; j--) {
                line += words.get(random.nextInt(words.size())) + (j > 1 ? " " : "");
            }
            out.add(line.stripTrailing());
        }
        out.add("end");
        return String.join("\n", out);
    }

    /** Gives few bytes a call: a number by chance, or always one. */
    private static InputStream dribbling(byte[] raw, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(raw)) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int most = random == null ? 1 : 1 + random.nextInt(40);
                return super.read(to, offset, Math.min(length, most));
            }
        };
    }
}
