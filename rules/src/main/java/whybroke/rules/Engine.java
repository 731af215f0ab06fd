package whybroke.rules;

/** The version of everything between raw bytes and decision that is not a rule. */
public final class Engine {
    /**
     * Raised whenever the cleaner, cutter, redactor, matcher or decision may answer differently on the same input. A
     * golden test fails when answers change and this does not.
     */
    public static final int VERSION = 1;

    private Engine() {}
}
