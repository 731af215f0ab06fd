package whybroke.ingest.sender;

/** Whether a delivery comes from who it must come from. */
public sealed interface Sender {
    /** One of the connection's secrets signed exactly these bytes. */
    record Known() implements Sender {}

    /**
     * @param reason one word for figures, {@code bad-signature}
     * @param sentence for the person who set up the sender; says nothing about the secret
     */
    record Stranger(String reason, String sentence) implements Sender {}
}
