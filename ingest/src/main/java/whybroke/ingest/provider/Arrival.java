package whybroke.ingest.provider;

import whybroke.ingest.Webhook;

/** What to do with a delivery of a known sender. */
public sealed interface Arrival {
    /** Keep it. */
    record Wanted(Webhook webhook) implements Arrival {}

    /**
     * Answer well and forget it: nothing is wrong with it.
     *
     * @param reason for the sender's own log, {@code ping}
     */
    record NotWanted(String reason) implements Arrival {}

    /**
     * It cannot be read, and its sender is a person's script that should hear so.
     *
     * @param reason a sentence
     */
    record Refused(String reason) implements Arrival {}
}
