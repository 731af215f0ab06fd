package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.rules.log.Made.made;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Private keys, on one line or over many, whole or cut. */
class PrivateKeyTest {
    private static final List<String> KEY = key();

    private static List<String> key() {
        List<String> lines = new ArrayList<>();
        lines.add("-----BEGIN RSA PRIVATE " + "KEY-----");
        IntStream.range(0, 12).forEach(i -> lines.add(made("k" + i, 59)));
        lines.add(made("last", 9) + "==");
        lines.add("-----END RSA PRIVATE " + "KEY-----");
        return lines;
    }

    private static void assertNoKey(LogLines log) {
        String text = log.image().text();
        KEY.subList(1, KEY.size() - 1).forEach(line -> assertThat(text).doesNotContain(line.substring(0, 8)));
    }

    static Stream<String> keyPrefixes() {
        return Stream.of("", "    ", "web_1  | ", "#12 0.512 ", "2026-11-20T15:23:28.1234567Z ", "+ ");
    }

    @ParameterizedTest
    @MethodSource("keyPrefixes")
    void privateKey_overManyLines_isOneSecretAndKeepsItsLines(String prefix) {
        String raw = "before\n" + prefix + String.join("\n" + prefix, KEY) + "\nERROR after\n";

        LogLines log = Read.log(raw);

        assertNoKey(log);
        assertThat(log.redactions()).isEqualTo(1);
        assertThat(log.size()).isEqualTo(KEY.size() + 2);
        assertThat(log.line(1)).endsWith("[redacted:private-key]");
        assertThat(log.line(log.size() - 1)).isEqualTo("ERROR after");
    }

    static Stream<String> keysOnOneLine() {
        return Stream.of(
                "\"private_key\": \"" + String.join("\\n", KEY) + "\\n\",",
                "KEY=\"" + String.join(" ", KEY) + "\"",
                "KEY=" + String.join("", KEY),
                "cut off: " + String.join("\\n", KEY.subList(0, 9)),
                "start lost " + String.join("\\n", KEY.subList(4, KEY.size())));
    }

    @ParameterizedTest
    @MethodSource("keysOnOneLine")
    void privateKey_onOneLine_isGone(String line) {
        LogLines log = Read.log("before\n" + line + "\nERROR after\n");

        assertNoKey(log);
        assertThat(log.line(2)).isEqualTo("ERROR after");
    }

    @Test
    void privateKey_withHeadersAndBlankLine_isGone() {
        List<String> lines = new ArrayList<>(KEY);
        lines.addAll(1, List.of("Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,0123", ""));

        assertNoKey(Read.log(String.join("\n", lines) + "\nERROR after\n"));
    }

    @Test
    void privateKey_withoutEnd_doesNotSwallowTheLog() {
        LogLines log = Read.log(String.join("\n", KEY.subList(0, 6)) + "\nerror: could not read key\nmore text\n");

        assertNoKey(log);
        assertThat(Read.lines(log)).endsWith("error: could not read key", "more text");
    }

    @Test
    void privateKeyMark_inProse_staysAndSwallowsNothing() {
        String line = "expected a file that starts with -----BEGIN PRIVATE " + "KEY----- but found nothing";

        assertThat(Read.linesOf(line + "\nKilled\n")).containsExactly(line, "Killed");
    }

    @Test
    void certificate_isNoSecret() {
        String raw = "-----BEGIN CERTIFICATE-----\n" + KEY.get(1) + "\n-----END CERTIFICATE-----";

        assertThat(Read.log(raw).image().text()).isEqualTo(raw);
    }

    @Test
    void privateKey_halfInTheTail_isGone() {
        LogLimits limits = new LogLimits(200, 500, 200, 128, 1 << 20);
        String raw = "line\n".repeat(200) + String.join("\n", KEY) + "\nlast\n";

        LogLines log = Read.log(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), limits);

        assertNoKey(log);
    }
}
