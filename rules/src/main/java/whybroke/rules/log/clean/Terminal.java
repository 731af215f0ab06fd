package whybroke.rules.log.clean;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Does with a byte stream what a terminal does, line by line: escape sequences go, what follows a carriage return
 * replaces what was before it, a backspace takes a character away. Control characters but TAB go, malformed UTF-8
 * becomes U+FFFD, U+FEFF and NUL vanish. Only {@code \n} ends a line: a log whose lines end in CR alone is one line, of
 * which the last part stays.
 */
public final class Terminal {
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_SPACES = 200;
    /** Longest 8-bit control string that is believed to be one: most such bytes are text in another encoding. */
    private static final int LONGEST_C1 = 512;

    /** Who gets the lines. The buffer is only lent. */
    public interface Lines {
        /** Text that a carriage return let later text of the same line write over. */
        void overwritten(LineBuffer text);

        /**
         * A line is complete.
         *
         * @param returned a carriage return stood before the line's end
         */
        void line(LineBuffer text, boolean returned);

        /** The log says what time it is, in milliseconds since 1970. */
        void clock(long millis);
    }

    private enum Mode {
        TEXT,
        ESCAPE,
        C1
    }

    private final Lines lines;
    private final LineBuffer text = new LineBuffer();
    private final Escapes escapes = new Escapes();
    private final Utf8 utf8 = new Utf8();
    private final byte[] eaten = new byte[LONGEST_C1];
    private int eatenLength;
    private boolean c1Raw;
    private boolean replaying;
    private Mode mode = Mode.TEXT;
    private boolean returned;
    private boolean concealed;
    private boolean started;

    public Terminal(Lines lines) {
        this.lines = lines;
    }

    public void write(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (mode == Mode.TEXT && utf8.isIdle()) {
                int run = i;
                while (i < to && (bytes[i] >= ' ' || bytes[i] == '\t') && bytes[i] != 0x7f) {
                    i++;
                }
                if (i > run) {
                    put(bytes, run, i - run);
                    continue;
                }
            }
            step(bytes[i++] & 0xff);
        }
    }

    /** The stream ended; a last line without an end is a line too. */
    public void close() {
        if (mode == Mode.C1) {
            notC1();
        }
        if (!utf8.isIdle()) {
            utf8.take('\n');
            put(REPLACEMENT, 0, REPLACEMENT.length);
        }
        if (started) {
            endLine();
        }
    }

    private void step(int c) {
        started |= c != 0;
        switch (mode) {
            case TEXT -> text(c);
            case ESCAPE -> escape(c);
            case C1 -> c1(c);
        }
    }

    private void text(int c) {
        if (c >= 0x80 || !utf8.isIdle()) {
            decode(c);
        } else if (c == '\n') {
            endLine();
        } else if (c == '\r') {
            returned = true;
        } else if (c == '\b') {
            text.eraseLast();
        } else if (c == 0x1b) {
            mode = Mode.ESCAPE;
            escapes.begin();
        } else if (c >= ' ' && c != 0x7f || c == '\t') {
            put(new byte[] {(byte) c}, 0, 1);
        }
    }

    private void decode(int c) {
        switch (utf8.take(c)) {
            case MORE -> {}
            case CHARACTER -> character();
            case INVALID -> {
                if (c > 0x9f || !beginC1(c, true)) {
                    put(REPLACEMENT, 0, REPLACEMENT.length);
                }
            }
            case BROKEN -> {
                put(REPLACEMENT, 0, REPLACEMENT.length);
                text(c);
            }
        }
    }

    private void character() {
        int c1 = utf8.c1();
        if (c1 >= 0) {
            beginC1(c1, false);
        } else if (!utf8.isByteOrderMark()) {
            put(utf8.sequence(), 0, utf8.length());
        }
    }

    private void escape(int c) {
        switch (escapes.take(c)) {
            case MORE -> {}
            case DONE -> {
                mode = Mode.TEXT;
                act();
            }
            case ABORTED -> {
                mode = Mode.TEXT;
                text(c);
            }
        }
    }

    private void act() {
        if (escapes.isCsi('m')) {
            concealed = escapes.parameter() == 8;
        } else if (escapes.isCsi('G') && (escapes.parameter() == 0 || escapes.parameter() == 1)) {
            returned = true;
        } else if (escapes.isCsi('K') && escapes.parameter() == 2) {
            returned = true;
        } else if (escapes.isCsi('C')) {
            int spaces = Math.clamp(escapes.parameter(), 1, MOST_SPACES);
            put(" ".repeat(spaces).getBytes(StandardCharsets.US_ASCII), 0, spaces);
        } else {
            long millis = escapes.buildkiteMillis();
            if (millis >= 0) {
                lines.clock(millis);
            }
        }
    }

    /** An 8-bit introducer may also be a letter of a Windows or DOS code page, so what follows has to look right. */
    private boolean beginC1(int c, boolean raw) {
        int introducer = switch (c) {
            case 0x90 -> 'P';
            case 0x98 -> 'X';
            case 0x9b -> '[';
            case 0x9d -> ']';
            case 0x9e -> '^';
            case 0x9f -> '_';
            default -> -1;
        };
        if (introducer < 0 || replaying) {
            return false;
        }
        mode = Mode.C1;
        escapes.begin(introducer);
        eatenLength = 0;
        c1Raw = raw;
        return true;
    }

    private void c1(int c) {
        boolean otherEscape = eatenLength > 0 && eaten[eatenLength - 1] == 0x1b && c != '\\';
        boolean over = c == '\n' || eatenLength == LONGEST_C1 - 1 || otherEscape;
        Escapes.Step step = over ? Escapes.Step.ABORTED : takeC1(c);
        switch (step) {
            case MORE -> eaten[eatenLength++] = (byte) c;
            case DONE -> {
                mode = Mode.TEXT;
                if (escapes.isCsi((char) c) && !escapes.hasParameters()) {
                    eaten[eatenLength++] = (byte) c;
                    notC1();
                } else {
                    act();
                }
            }
            case ABORTED -> {
                notC1();
                step(c);
            }
        }
    }

    private Escapes.Step takeC1(int c) {
        return c == 0x9c ? Escapes.Step.DONE : escapes.take(c);
    }

    /** It was text after all: a character that cannot be read, and what came after it. */
    private void notC1() {
        mode = Mode.TEXT;
        if (c1Raw) {
            put(REPLACEMENT, 0, REPLACEMENT.length);
        }
        byte[] again = Arrays.copyOf(eaten, eatenLength);
        eatenLength = 0;
        replaying = true;
        for (byte b : again) {
            step(b & 0xff);
        }
        replaying = false;
    }

    private void put(byte[] bytes, int from, int count) {
        started = true;
        if (concealed) {
            return;
        }
        if (returned) {
            lines.overwritten(text);
            text.clear();
            returned = false;
        }
        text.append(bytes, from, count);
    }

    private void endLine() {
        lines.line(text, returned);
        text.clear();
        returned = false;
        concealed = false;
        started = false;
    }
}
