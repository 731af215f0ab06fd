package whybroke.server.start;

/** A reason, in one sentence for the person at the terminal, why whybroke does not start. */
class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
