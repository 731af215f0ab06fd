package whybroke.rules.log.clean;

/**
 * Reads one escape sequence (ECMA-48) byte by byte, after its introducer: CSI, the strings (OSC, DCS, SOS, PM, APC) up
 * to BEL or ST, and the short ones. A sequence never goes over the end of a line.
 */
final class Escapes {
    /** What a byte did. */
    enum Step {
        MORE,
        /** The sequence is complete; this byte was its last. */
        DONE,
        /** This byte does not belong to the sequence, which ended before it. */
        ABORTED
    }

    private enum State {
        ESCAPE,
        INTERMEDIATE,
        CSI,
        STRING,
        STRING_ESCAPE
    }

    private static final int HELD = 64;

    private State state = State.ESCAPE;
    private final byte[] held = new byte[HELD];
    private int heldLength;
    private int introducer;
    private int last;

    /** After ESC. */
    void begin() {
        begin(State.ESCAPE, 0);
    }

    /** After an 8-bit introducer, given as its 7-bit counterpart: {@code [} for 0x9B, {@code ]} for 0x9D ... */
    void begin(int introducer) {
        begin(introducer == '[' ? State.CSI : State.STRING, introducer);
    }

    private void begin(State first, int with) {
        state = first;
        introducer = with;
        heldLength = 0;
        last = 0;
    }

    Step take(int c) {
        return switch (state) {
            case ESCAPE -> afterEscape(c);
            case INTERMEDIATE -> intermediate(c);
            case CSI -> csi(c);
            case STRING -> string(c);
            case STRING_ESCAPE -> stringEscape(c);
        };
    }

    private Step afterEscape(int c) {
        switch (c) {
            case '[' -> begin(State.CSI, c);
            case ']', 'P', 'X', '^', '_' -> begin(State.STRING, c);
            default -> {
                return intermediate(c);
            }
        }
        return Step.MORE;
    }

    private Step intermediate(int c) {
        if (c >= 0x20 && c <= 0x2f) {
            state = State.INTERMEDIATE;
            return Step.MORE;
        }
        return c >= 0x30 && c <= 0x7e ? Step.DONE : Step.ABORTED;
    }

    private Step csi(int c) {
        if (c >= 0x40 && c <= 0x7e) {
            last = c;
            return Step.DONE;
        }
        if (c < 0x20 || c > 0x3f) {
            return Step.ABORTED;
        }
        hold(c);
        return Step.MORE;
    }

    private Step string(int c) {
        if (c == 0x07) {
            return Step.DONE;
        }
        if (c == '\n') {
            return Step.ABORTED;
        }
        if (c == 0x1b) {
            state = State.STRING_ESCAPE;
            return Step.MORE;
        }
        hold(c);
        return Step.MORE;
    }

    private Step stringEscape(int c) {
        if (c == '\\') {
            return Step.DONE;
        }
        begin();
        return take(c);
    }

    private void hold(int c) {
        if (heldLength < HELD) {
            held[heldLength++] = (byte) c;
        }
    }

    /** True for the CSI sequence that ends in this letter. */
    boolean isCsi(char letter) {
        return introducer == '[' && last == letter;
    }

    /** True when a CSI sequence has at least one parameter byte. */
    boolean hasParameters() {
        return heldLength > 0;
    }

    /** A CSI sequence's only parameter, 0 when it has none, -1 when it has several or none that is a number. */
    int parameter() {
        int value = 0;
        for (int i = 0; i < heldLength; i++) {
            if (held[i] < '0' || held[i] > '9' || value > 9999) {
                return -1;
            }
            value = value * 10 + held[i] - '0';
        }
        return value;
    }

    /** The time in an APC sequence {@code bk;t=<ms>} of Buildkite; -1 when this is none. */
    long buildkiteMillis() {
        if (introducer != '_' || heldLength < 6 || heldLength > 24 || held[0] != 'b' || held[3] != 't') {
            return -1;
        }
        long value = 0;
        for (int i = 5; i < heldLength; i++) {
            if (held[i] < '0' || held[i] > '9') {
                return -1;
            }
            value = value * 10 + held[i] - '0';
        }
        return value >= 0 && value < 1L << 48 ? value : -1;
    }
}
