package whybroke.api.work;

/** Somebody changed the thing since the caller read it: the answer is 412, read again. */
public class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int current;

    public StaleVersion(String what, int expected, int current) {
        super(what + " is at version " + current + " now, not " + expected);
        this.current = current;
    }

    public int current() {
        return current;
    }
}
