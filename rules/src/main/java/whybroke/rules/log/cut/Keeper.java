package whybroke.rules.log.cut;

import whybroke.rules.log.cut.LineStore.Place;

/** Takes every line of a log once and keeps what the limits allow. */
public final class Keeper {
    private final LineStore head;
    private final LineStore tail;
    private final Windows windows;
    private boolean headClosed;
    private int number;

    /**
     * @param head bytes of the start
     * @param tail bytes of the end
     * @param windows bytes in between
     */
    public Keeper(int head, int tail, int windows) {
        this.head = new LineStore(head);
        this.tail = new LineStore(tail);
        this.windows = new Windows(windows);
    }

    /**
     * @param raw 1-based number in the raw log
     * @param alarm it looks like an error
     */
    public void add(byte[] text, int from, int length, int raw, boolean alarm) {
        Place place = new Place(number++, raw, alarm);
        headClosed = headClosed || !head.fits(length);
        if (!headClosed) {
            head.add(text, from, length, place);
            return;
        }
        while (!tail.fits(length) && !tail.isEmpty()) {
            tail.evict(windows::add);
        }
        if (tail.fits(length)) {
            tail.add(text, from, length, place);
        } else {
            windows.add(text, from, length, place);
        }
    }

    /** Lines are known to be missing here. */
    public void gap() {
        number++;
    }

    /** The number that the next line will have. */
    public int next() {
        return number;
    }

    /** What was kept. The keeper is empty afterwards. */
    public Kept kept() {
        Kept kept = new Kept(number);
        head.drain(kept::add);
        windows.drain(kept::add);
        tail.drain(kept::add);
        return kept;
    }
}
