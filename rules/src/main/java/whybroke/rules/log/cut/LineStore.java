package whybroke.rules.log.cut;

import java.util.Arrays;

/**
 * Lines in their order, oldest first out, in one ring of bytes that grows up to its capacity. Each line counts one byte
 * more than its text, for its end.
 */
final class LineStore {
    private static final int FIRST = 4 * 1024;

    /** Who takes lines. The bytes are only lent. */
    @FunctionalInterface
    interface Lines {
        void line(byte[] text, int from, int length, Place place);
    }

    /**
     * Where a line comes from.
     *
     * @param number among all lines of the log, from 0, also those not kept
     * @param raw 1-based number in the raw log
     * @param alarm it looks like an error
     */
    record Place(int number, int raw, boolean alarm) {}

    private final int capacity;
    private byte[] ring;
    private int start;
    private int used;
    private int[] lengths = new int[64];
    private Place[] places = new Place[64];
    private int first;
    private int count;

    LineStore(int capacity) {
        this.capacity = capacity;
        ring = new byte[Math.min(FIRST, capacity)];
    }

    boolean fits(int length) {
        return used + length + 1 <= capacity;
    }

    boolean canEverHold(int length) {
        return length + 1 <= capacity;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    void add(byte[] text, int from, int length, Place place) {
        growBytes(used + length + 1);
        growLines();
        int at = (start + used) % ring.length;
        int before = Math.min(length, ring.length - at);
        System.arraycopy(text, from, ring, at, before);
        System.arraycopy(text, from + before, ring, 0, length - before);
        used += length + 1;
        int slot = (first + count++) & (lengths.length - 1);
        lengths[slot] = length;
        places[slot] = place;
    }

    /** Takes the oldest line out. */
    void evict(Lines to) {
        int length = lengths[first];
        Place place = places[first];
        if (start + length <= ring.length) {
            to.line(ring, start, length, place);
        } else {
            to.line(wrapped(length), 0, length, place);
        }
        start = (start + length + 1) % ring.length;
        used -= length + 1;
        first = (first + 1) & (lengths.length - 1);
        count--;
    }

    /** Takes all lines out. */
    void drain(Lines to) {
        while (count > 0) {
            evict(to);
        }
    }

    void clear() {
        start = 0;
        used = 0;
        first = 0;
        count = 0;
    }

    private byte[] wrapped(int length) {
        byte[] text = new byte[length];
        int before = ring.length - start;
        System.arraycopy(ring, start, text, 0, before);
        System.arraycopy(ring, 0, text, before, length - before);
        return text;
    }

    private void growBytes(int needed) {
        if (needed <= ring.length) {
            return;
        }
        byte[] larger = new byte[(int) Math.min(capacity, Math.max(needed, 2L * ring.length))];
        int before = Math.min(used, ring.length - start);
        System.arraycopy(ring, start, larger, 0, before);
        System.arraycopy(ring, 0, larger, before, used - before);
        ring = larger;
        start = 0;
    }

    private void growLines() {
        if (count < lengths.length) {
            return;
        }
        int[] moreLengths = Arrays.copyOf(lengths, 2 * count);
        Place[] morePlaces = Arrays.copyOf(places, 2 * count);
        for (int i = 0; i < count; i++) {
            moreLengths[i] = lengths[(first + i) & (count - 1)];
            morePlaces[i] = places[(first + i) & (count - 1)];
        }
        lengths = moreLengths;
        places = morePlaces;
        first = 0;
    }
}
