package whybroke.ingest.provider;

/** An event that is not what it must be. The message is for its sender and quotes nothing of the event. */
class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message, null, false, false);
    }
}
