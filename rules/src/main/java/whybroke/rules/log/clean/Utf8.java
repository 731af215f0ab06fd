package whybroke.rules.log.clean;

/** Checks UTF-8 byte by byte, so that only well-formed text goes on. */
final class Utf8 {
    private final byte[] sequence = new byte[4];
    private int length;
    private int missing;
    private int lowest;
    private int highest;

    /** What a byte is. */
    enum Step {
        MORE,
        /** {@link #sequence()} holds a whole character. */
        CHARACTER,
        /** The byte can never start a character. */
        INVALID,
        /** The sequence before this byte broke off; the byte has to be given again. */
        BROKEN
    }

    /** True between characters. */
    boolean isIdle() {
        return missing == 0;
    }

    Step take(int c) {
        return missing == 0 ? first(c) : following(c);
    }

    private Step first(int c) {
        if (c < 0xc2 || c > 0xf4) {
            return Step.INVALID;
        }
        missing = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
        lowest = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
        highest = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
        sequence[0] = (byte) c;
        length = 1;
        return Step.MORE;
    }

    private Step following(int c) {
        if (c < lowest || c > highest) {
            missing = 0;
            return Step.BROKEN;
        }
        lowest = 0x80;
        highest = 0xbf;
        sequence[length++] = (byte) c;
        return --missing == 0 ? Step.CHARACTER : Step.MORE;
    }

    byte[] sequence() {
        return sequence;
    }

    int length() {
        return length;
    }

    /** The control character U+0080 to U+009F that {@link #sequence()} is; -1 when it is none. */
    int c1() {
        return length == 2 && (sequence[0] & 0xff) == 0xc2 && (sequence[1] & 0xff) < 0xa0 ? sequence[1] & 0xff : -1;
    }

    boolean isByteOrderMark() {
        return length == 3
                && (sequence[0] & 0xff) == 0xef
                && (sequence[1] & 0xff) == 0xbb
                && (sequence[2] & 0xff) == 0xbf;
    }
}
