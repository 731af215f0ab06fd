package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a terminal would have shown. */
class VisibleTextTest {
    private static final String ESC = "\u001b";

    static Stream<Arguments> sequences() {
        return Stream.of(
                Arguments.of("colour", ESC + "[31;1mred" + ESC + "[0m text", "red text"),
                Arguments.of("true colour", ESC + "[38;2;1;2;3mred" + ESC + "[m", "red"),
                Arguments.of("colons", ESC + "[4:3mwavy", "wavy"),
                Arguments.of("private mode", ESC + "[?25lhidden cursor" + ESC + "[?25h", "hidden cursor"),
                Arguments.of("erase to the end", "a" + ESC + "[0Kb", "ab"),
                Arguments.of("erase the line", "old" + ESC + "[2Knew", "new"),
                Arguments.of("erase the line, nothing after", "kept" + ESC + "[2K", "kept"),
                Arguments.of("first column", "old" + ESC + "[2K" + ESC + "[1Gnew", "new"),
                Arguments.of("cursor forward", "a" + ESC + "[3Cb", "a   b"),
                Arguments.of("cursor far forward", "a" + ESC + "[99999Cb", "a" + " ".repeat(200) + "b"),
                Arguments.of("title, BEL", ESC + "]0;title\u0007text", "text"),
                Arguments.of("title, ST", ESC + "]0;title" + ESC + "\\text", "text"),
                Arguments.of("link", ESC + "]8;;http://x/" + ESC + "\\see" + ESC + "]8;;" + ESC + "\\ it", "see it"),
                Arguments.of("DCS", ESC + "Pq#0;2" + ESC + "\\text", "text"),
                Arguments.of("APC", ESC + "_anything" + ESC + "\\text", "text"),
                Arguments.of("PM", ESC + "^anything" + ESC + "\\text", "text"),
                Arguments.of("SOS", ESC + "Xanything" + ESC + "\\text", "text"),
                Arguments.of("a string without an end", "a" + ESC + "]0;title\nb", "a|b"),
                Arguments.of("charset", ESC + "(Btext" + ESC + ")0", "text"),
                Arguments.of("two bytes", ESC + "7te" + ESC + "=xt" + ESC + "8", "text"),
                Arguments.of("lone escape at the end", "text" + ESC, "text"),
                Arguments.of("lone escape before a line end", "a" + ESC + "\nb", "a|b"),
                Arguments.of("escape cut short by an escape", ESC + "[3" + ESC + "[1mtext", "text"),
                Arguments.of("CSI broken by a letter outside ASCII", ESC + "[3ü", "ü"),
                Arguments.of(
                        "console note of Jenkins", ESC + "[8mha:////4AAAA==" + ESC + "[0mStarted by", "Started by"),
                Arguments.of("concealed to the end of the line", "a" + ESC + "[8mb\nc", "a|c"),
                Arguments.of("C1 CSI", "\u009b31mred\u009b0m", "red"),
                Arguments.of("C1 OSC", "\u009d0;title\u009ctext", "text"),
                Arguments.of("C1 OSC without an end is text", "a\u009db\nc", "ab|c"),
                Arguments.of("mojibake is not a control string", "it\u00e2\u0080\u009dERROR", "it\u00e2ERROR"),
                Arguments.of("controls", "a\u0001\u0002\u0007\u000b\u000c\u000e\u001a\u007fb", "ab"),
                Arguments.of("tab", "a\tb", "a\tb"),
                Arguments.of("NUL", "a\0\0b\0", "ab"),
                Arguments.of("byte order mark inside", "a\ufeffb\n\ufeffc", "ab|c"),
                Arguments.of("bidi override stays", "a\u202eb\u202c", "a\u202eb\u202c"),
                Arguments.of("emoji", "ok \ud83d\ude80 done", "ok \ud83d\ude80 done"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void escapeSequences_anyKind_leaveOnlyText(String name, String raw, String expected) {
        assertThat(String.join("|", Read.linesOf(raw))).isEqualTo(expected);
    }

    static Stream<Arguments> returns() {
        return Stream.of(
                Arguments.of("Windows line ends", "a\r\nb\r\n", "a|b"),
                Arguments.of("two returns before the end", "a\r\r\nb", "a|b"),
                Arguments.of("progress", "10%\r20%\r100%\nnext", "100%|next"),
                Arguments.of("shorter text does not leave a rest", "loading...\rdone", "done"),
                Arguments.of("text, return, erase, end", "text\r" + ESC + "[K\nnext", "text|next"),
                Arguments.of("return first", "\rtext", "text"),
                Arguments.of("CR alone ends no line", "a\rb\rc", "c"),
                Arguments.of("backspace", "abc\b\bX", "aX"),
                Arguments.of("backspace over a wide character", "aü\bb", "ab"),
                Arguments.of("more backspaces than text", "a\b\b\bb", "b"),
                Arguments.of("spinner", "-\b\\\b|\b/\bdone", "done"),
                Arguments.of("white space at the end", "a  \t \nb\t\r\n", "a|b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("returns")
    void carriageReturnAndBackspace_anyMix_showTheLastText(String name, String raw, String expected) {
        assertThat(String.join("|", Read.linesOf(raw))).isEqualTo(expected);
    }

    static Stream<Arguments> encodings() {
        String text = "Füße 漢字 \ud83d\ude80\r\nzweite\r\n";
        return Stream.of(
                Arguments.of(bytes("", text, StandardCharsets.UTF_8)),
                Arguments.of(bytes("\ufeff", text, StandardCharsets.UTF_8)),
                Arguments.of(bytes("\ufeff", text, StandardCharsets.UTF_16LE)),
                Arguments.of(bytes("\ufeff", text, StandardCharsets.UTF_16BE)));
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        return (mark + text).getBytes(charset);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void encoding_markedOrUtf8_isRead(byte[] raw) {
        LogLines log = Read.log(raw);

        assertThat(Read.lines(log)).containsExactly("Füße 漢字 \ud83d\ude80", "zweite");
        assertThat(log.rawBytes()).isEqualTo(raw.length);
        assertThat(log.rawLines()).isEqualTo(2);
    }

    @Test
    void utf16_withoutMark_isReadableWhereItIsAscii() {
        byte[] raw = "ERROR: no\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(Read.lines(Read.log(raw))).containsExactly("ERROR: no");
    }

    @Test
    void malformedUtf8_anywhere_isReplacedAndLosesNothingElse() {
        byte[] raw = {
            'a',
            (byte) 0xff,
            'b',
            (byte) 0xc3,
            'c',
            (byte) 0xe2,
            (byte) 0x82,
            '\n',
            (byte) 0xed,
            (byte) 0xa0,
            (byte) 0x80,
            'd'
        };

        assertThat(Read.lines(Read.log(raw))).containsExactly("a\ufffdb\ufffdc\ufffd", "\ufffd\ufffd\ufffdd");
    }

    @Test
    void windowsCodePage_lettersThatAreC1Controls_loseNoText() {
        byte[] raw = "Fehler bei \u017eena: \u203aA\u2039 und \u201ezu\u201c\nnext"
                .getBytes(Charset.forName("windows-1252"));

        assertThat(Read.lines(Read.log(raw)))
                .containsExactly("Fehler bei \ufffdena: \ufffdA\ufffd und \ufffdzu\ufffd", "next");
    }
}
