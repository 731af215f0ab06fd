package whybroke.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogLimits;
import whybroke.rules.log.LogLines;

/**
 * The engine answers the same for ever, or its version says so: verdicts are kept by (library, engine version, log), so
 * a silent change would leave two answers under one identity.
 */
class EngineGoldenTest {
    private static final LogLimits SMALL = new LogLimits(2_000, 4_000, 3_000, 300, 1 << 20);

    @Test
    void engine_whoseAnswersChange_hasANewVersion() throws IOException {
        String expected = golden();
        String actual = "version " + Engine.VERSION + "\nlog " + digest(images()) + "\n";

        assertThat(actual)
                .as("What the cleaner, cutter or redactor makes of a log has changed. If that is meant, raise"
                        + " Engine.VERSION by one and put the actual text below into"
                        + " rules/src/test/resources/engine-golden.txt in the same change. If only the version differs,"
                        + " update the file. Never update the file alone.")
                .isEqualTo(expected);
    }

    private static String golden() throws IOException {
        try (InputStream file = EngineGoldenTest.class.getResourceAsStream("/engine-golden.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(List<LogImage> images) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LogImage image : images) {
                digest.update(words(image).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of an image but the engine's number, which stands in the file. */
    private static String words(LogImage image) {
        return image.kind() + "\n" + image.text() + "\n" + Arrays.toString(image.rawRuns()) + image.sections()
                + image.gaps() + image.rawBytes() + " " + image.rawLines() + " " + image.redactions() + "\n";
    }

    private static List<LogImage> images() {
        List<LogImage> images = new ArrayList<>();
        for (String log : logs()) {
            LogLines whole = read(log, LogLimits.DEFAULT);
            LogLines small = read(log, SMALL);
            images.add(whole.image());
            images.add(small.image());
            images.add(small.cutTo(3_000).image());
        }
        return images;
    }

    private static LogLines read(String log, LogLimits limits) {
        try {
            return LogLines.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of each CI system's shape, and long ones with errors and secrets strewn in. */
    private static List<String> logs() {
        List<String> logs = new ArrayList<>(List.of(
                "",
                "\u001f\u008b\b".repeat(9),
                "2026-11-20T15:23:28.1234567Z ##[group]Run make\r\n2026-11-20T15:23:29.1234567Z \u001b[31mred\u001b[0m\r\n"
                        + "2026-11-20T15:23:30.1234567Z ##[endgroup]\n2026-11-20T15:23:31.1234567Z ##[error]exit code 2\n"
                        + "2026-11-20T15:23:32.1234567Z Post job cleanup.\n",
                "2026-11-20T15:23:28.962646Z 00O section_start:1700000000:step_script\r\u001b[0K\u001b[36mRun\n"
                        + "2026-11-20T15:23:28.962646Z 00O 10%\r\n2026-11-20T15:23:28.962646Z 00O+20%\n"
                        + "2026-11-20T15:23:28.962646Z 00O section_end:1700000001:step_script\r\u001b[0K\nERROR: Job failed\n",
                "\u001b_bk;t=1700000000000\u0007--- :docker: build\n\u001b_bk;t=1700000000001\u0007+++ test\nfailed\n",
                "12:00:00  Started by user\n12:00:01  [Pipeline] { (Build)\n12:00:02  + make\n12:00:03  [Pipeline] }\n",
                "travis_fold:start:a\r\u001b[0K$ make\ntravis_fold:end:a\r\u001b[0K\ndone\n",
                "-----BEGIN EC PRIVATE " + "KEY-----\n" + "QUJDRA".repeat(10) + "\nQUJDRA==\n-----END EC PRIVATE "
                        + "KEY-----\n",
                "start " + "word ".repeat(40_000) + "ERROR: end\n"));
        for (int seed = 0; seed < 12; seed++) {
            logs.add(strewn(new Random(seed), 50 + seed * 400));
        }
        return logs;
    }

    private static String strewn(Random random, int lines) {
        List<String> kinds = List.of(
                "ERROR: could not compile %d",
                "java.lang.IllegalStateException: %d",
                "password=hunter%d and more",
                "token: a1b2c3d4e5f6%d",
                "https://ci:secret%d@git.example.org/a.git",
                "  at com.acme.Shop.buy(Shop.java:%d)",
                "##[group]Run step %d",
                "##[endgroup]",
                "");
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String kind =
                    random.nextInt(12) == 0 ? kinds.get(random.nextInt(kinds.size())) : "[INFO] compiled %d classes";
            log.append(kind.formatted(random.nextInt(100))).append(random.nextInt(20) == 0 ? "\r\n" : "\n");
        }
        return log.toString();
    }
}
