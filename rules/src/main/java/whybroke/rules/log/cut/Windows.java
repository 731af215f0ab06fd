package whybroke.rules.log.cut;

import whybroke.rules.log.cut.LineStore.Lines;
import whybroke.rules.log.cut.LineStore.Place;
import whybroke.rules.log.scan.Ascii;

/**
 * The middle of a log: everything while it fits, afterwards only what stands near alarms, half of the room for the
 * earliest, half for the latest. An alarm of a kind that came up {@value #OFTEN} times opens no more windows, so that a
 * chorus does not drown the one voice.
 */
final class Windows {
    private static final int BEFORE = 10;
    private static final int AFTER = 20;
    private static final int OFTEN = 6;
    private static final int KINDS = 4096;
    private static final int KIND_BYTES = 100;

    private final int capacity;
    private LineStore all;
    private LineStore before;
    private LineStore earliest;
    private LineStore latest;
    private boolean earliestClosed;
    private int after;
    private byte[] kinds;

    Windows(int capacity) {
        this.capacity = capacity;
        all = new LineStore(capacity);
    }

    void add(byte[] text, int from, int length, Place place) {
        if (all != null && all.fits(length)) {
            all.add(text, from, length, place);
            return;
        }
        if (all != null) {
            choose();
        }
        consider(text, from, length, place);
    }

    private void choose() {
        LineStore held = all;
        all = null;
        before = new LineStore(capacity / 16);
        earliest = new LineStore(capacity / 2);
        latest = new LineStore(capacity - capacity / 2);
        kinds = new byte[KINDS];
        held.drain(this::consider);
    }

    private void consider(byte[] text, int from, int length, Place place) {
        if (place.alarm() && opens(text, from, length)) {
            before.drain(this::keep);
            after = AFTER + 1;
        }
        if (after > 0) {
            after--;
            keep(text, from, length, place);
        } else {
            remember(text, from, length, place);
        }
    }

    private void remember(byte[] text, int from, int length, Place place) {
        if (!before.canEverHold(length)) {
            before.clear();
            return;
        }
        while (before.count() == BEFORE || !before.fits(length)) {
            before.evict((bytes, at, count, old) -> {});
        }
        before.add(text, from, length, place);
    }

    private void keep(byte[] text, int from, int length, Place place) {
        earliestClosed = earliestClosed || !earliest.fits(length);
        if (!earliestClosed) {
            earliest.add(text, from, length, place);
        } else if (latest.canEverHold(length)) {
            while (!latest.fits(length)) {
                latest.evict((bytes, at, count, old) -> {});
            }
            latest.add(text, from, length, place);
        }
    }

    /** A kind is what remains of a line without its digits. */
    private boolean opens(byte[] text, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + Math.min(length, KIND_BYTES); i++) {
            if (!Ascii.digit(text[i])) {
                hash = hash * 31 + text[i];
            }
        }
        int kind = (hash ^ hash >>> 15) & (KINDS - 1);
        if (kinds[kind] == OFTEN) {
            return false;
        }
        kinds[kind]++;
        return true;
    }

    void drain(Lines to) {
        if (all != null) {
            all.drain(to);
        } else {
            earliest.drain(to);
            latest.drain(to);
        }
    }
}
