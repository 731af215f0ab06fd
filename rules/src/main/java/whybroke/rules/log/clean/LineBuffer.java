package whybroke.rules.log.clean;

import java.util.Arrays;

/**
 * The text of one line while it is being read. A line of up to {@value #WHOLE} bytes is held whole; of a longer one the
 * first {@value #WHOLE} and the last {@value #END} bytes.
 */
public final class LineBuffer {
    static final int WHOLE = 64 * 1024;
    static final int END = 16 * 1024;

    private byte[] start = new byte[1024];
    private int length;
    private byte[] ring;
    private int ringLength;
    private long beyond;

    public void append(byte[] bytes, int from, int count) {
        int here = beyond > 0 ? 0 : Math.min(count, WHOLE - length);
        if (here > 0) {
            grow(length + here);
            System.arraycopy(bytes, from, start, length, here);
            length += here;
        }
        if (here < count) {
            appendToEnd(bytes, from + here, count - here);
        }
    }

    public void append(int b) {
        if (length < WHOLE && beyond == 0) {
            grow(length + 1);
            start[length++] = (byte) b;
        } else {
            appendToEnd(new byte[] {(byte) b}, 0, 1);
        }
    }

    /** Appends what another line holds; what that one lost is counted as lost here. */
    public void append(LineBuffer other, int from) {
        append(other.start, from, other.length - from);
        if (other.beyond > 0) {
            byte[] end = other.end();
            beyond += other.lost();
            ringLength = other.lost() > 0 ? 0 : ringLength;
            appendToEnd(end, 0, end.length);
        }
    }

    private void appendToEnd(byte[] bytes, int from, int count) {
        if (ring == null) {
            ring = new byte[END];
        }
        for (int i = Math.max(0, count - END); i < count; i++) {
            ring[(int) ((beyond + i) % END)] = bytes[from + i];
        }
        beyond += count;
        ringLength = Math.min(END, ringLength + count);
    }

    private void grow(int needed) {
        if (needed > start.length) {
            start = Arrays.copyOf(start, Math.min(WHOLE, Math.max(needed, 2 * start.length)));
        }
    }

    public void clear() {
        length = 0;
        beyond = 0;
        ringLength = 0;
    }

    /** Takes the last character away, as a backspace does. */
    public void eraseLast() {
        while (ringLength > 0) {
            beyond--;
            ringLength--;
            if (startsCharacter(ring[(int) (beyond % END)])) {
                return;
            }
        }
        while (beyond == 0 && length > 0) {
            if (startsCharacter(start[--length])) {
                return;
            }
        }
    }

    private static boolean startsCharacter(byte b) {
        return (b & 0xc0) != 0x80;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The bytes from the start, {@link #length()} of them; not a copy. */
    public byte[] bytes() {
        return start;
    }

    public int length() {
        return length;
    }

    /** True when the line is longer than {@link #bytes()} shows. */
    public boolean isLong() {
        return beyond > 0;
    }

    /** The end of a long line. */
    public byte[] end() {
        byte[] end = new byte[ringLength];
        for (int i = 0; i < ringLength; i++) {
            end[i] = ring[(int) ((beyond - ringLength + i) % END)];
        }
        return end;
    }

    /** Bytes between {@link #bytes()} and {@link #end()} that are not held. */
    public long lost() {
        return beyond - ringLength;
    }
}
