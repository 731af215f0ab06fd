package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The CI system's own time at the start of a line goes; a tool's date stays. */
class StampsTest {
    private static final String ESC = "\u001b";

    static Stream<Arguments> prefixes() {
        return Stream.of(
                Arguments.of("GitHub", "2026-11-20T15:23:28.1234567Z text", "text"),
                Arguments.of("GitHub, indented text", "2026-11-20T15:23:28.1234567Z     text", "    text"),
                Arguments.of(
                        "GitHub, nothing after", "2026-11-20T15:23:28.1234567Z \n2026-11-20T15:23:28.1234567Z b", "|b"),
                Arguments.of("GitHub, no blank", "a\n2026-11-20T15:23:28.1234567Z", "a|"),
                Arguments.of("GitHub, mark first", "\ufeff2026-11-20T15:23:28.1234567Z text", "text"),
                Arguments.of("GitHub, mark after", "2026-11-20T15:23:28.1234567Z \ufefftext", "text"),
                Arguments.of(
                        "GitHub, line without",
                        "2026-11-20T15:23:28.1234567Z a\n  more\n2026-11-20T15:23:28.1234567Z b",
                        "a|  more|b"),
                Arguments.of(
                        "GitHub, a tool's date behind",
                        "2026-11-20T15:23:28.1234567Z 2026-11-20T15:23:28.1234567Z x",
                        "2026-11-20T15:23:28.1234567Z x"),
                Arguments.of("GitHub, progress", "2026-11-20T15:23:28.1234567Z 1%\r2%\r3%", "3%"),
                Arguments.of(
                        "GitHub command line",
                        "build\tRun make\t\ufeff2026-11-20T15:23:28.1234567Z a\nbuild\tRun make\t2026-11-20T15:23:29.1234567Z b",
                        "a|b"),
                Arguments.of("GitLab", "2026-11-20T15:23:28.962646Z 00O text", "text"),
                Arguments.of("GitLab, indented", "2026-11-20T15:23:28.962646Z 00O   text", "  text"),
                Arguments.of("GitLab, error stream", "2026-11-20T15:23:28.962646Z 01E text", "text"),
                Arguments.of(
                        "GitLab, goes on",
                        "2026-11-20T15:23:28.962646Z 00O one \n2026-11-20T15:23:28.962646Z 00O+two\n2026-11-20T15:23:28.962646Z 00O three",
                        "one two|three"),
                Arguments.of(
                        "GitLab, goes on twice",
                        "2026-11-20T15:23:28.962646Z 00O a\n2026-11-20T15:23:28.962646Z 00O+b\n2026-11-20T15:23:28.962646Z 00O+c",
                        "abc"),
                Arguments.of(
                        "GitLab, progress",
                        "2026-11-20T15:23:28.962646Z 00O 10%\r\n2026-11-20T15:23:28.962646Z 00O+20%\n",
                        "20%"),
                Arguments.of("GitLab, line without", "2026-11-20T15:23:28.962646Z 00O a\nplain", "a|plain"),
                Arguments.of("Buildkite", ESC + "_bk;t=1700000000000\u0007text", "text"),
                Arguments.of(
                        "Buildkite, colours",
                        ESC + "_bk;t=1700000000000\u0007" + ESC + "[90m$" + ESC + "[0m make",
                        "$ make"),
                Arguments.of(
                        "Jenkins clock",
                        "12:00:00  Started by user\n12:00:01  + make\nplain",
                        "Started by user|+ make|plain"),
                Arguments.of(
                        "Jenkins ISO",
                        "[2026-11-20T15:23:28.123Z] Started\n[2026-11-20T15:23:28.123Z] + make",
                        "Started|+ make"),
                Arguments.of(
                        "Jenkins ISO after pipeline lines",
                        "Started by user\n[Pipeline] sh\n[2026-11-20T15:23:28.123Z] + make",
                        "Started by user|[Pipeline] sh|+ make"),
                Arguments.of("Docker", "2026-11-20T15:23:28.123456789Z text", "text"),
                Arguments.of("Docker, offset", "2026-11-20T15:23:28.123456789+02:00 text", "text"),
                Arguments.of(
                        "Docker, zeros left out",
                        "2026-11-20T15:23:28.123456789Z a\n2026-11-20T15:23:28.12345Z b\n2026-11-20T15:23:28Z c",
                        "a|b|c"));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                        "2026-11-20T15:23:28.123Z INFO start",
                        "2026-11-20T15:23:28Z start",
                        "2026-11-20T15:23:28.123456Z  INFO start",
                        "2026-11-20 15:23:28,123 ERROR start",
                        "2026-11-20T15:23:28.1234567Zulu",
                        "15:23:28.123 [main] INFO start",
                        "15:23:28 start",
                        "[2026-11-20 15:23:28] start",
                        "[15:23:28] start",
                        "Nov 20 15:23:28 host start",
                        "1700000000 start")
                .map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prefixes")
    void prefix_ofTheCiSystem_isTakenOff(String name, String raw, String expected) {
        assertThat(String.join("|", Read.linesOf(raw))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void date_ofTheTool_stays(String line) {
        assertThat(Read.linesOf("make\n" + line)).containsExactly("make", line);
    }

    @Test
    void clockOfATool_inALogWhoseFirstLineHasNone_stays() {
        assertThat(Read.linesOf("+ run\n12:00:00  text")).containsExactly("+ run", "12:00:00  text");
    }

    @Test
    void continuedLine_ofGitlab_hasTheRawNumberOfItsFirstPart() {
        String head = "2026-11-20T15:23:28.962646Z 00O";

        LogLines log = Read.log(head + " a\n" + head + "+b\n" + head + " c\n");

        assertThat(Read.rawLines(log)).containsExactly(1, 3);
        assertThat(log.gaps()).isEmpty();
    }

    @Test
    void section_ofAStampedLine_knowsWhenItStarted() {
        LogLines log = Read.log("2026-11-20T15:23:28.5000000Z ##[group]Run make\n");

        assertThat(log.sections().getFirst().started()).isEqualTo(Instant.parse("2026-11-20T15:23:28.500Z"));
    }
}
