package whybroke.ingest.provider;

import whybroke.ingest.FinishedJob;

/** What an event says to us. */
public sealed interface Translated {
    record Finished(FinishedJob job) implements Translated {}

    /** A job that has not ended yet. */
    record NotFinished() implements Translated {}

    /** @param reason one word for figures */
    record NotOurs(String reason) implements Translated {}

    /** @param reason a sentence that quotes nothing of the event */
    record Unreadable(String reason) implements Translated {}
}
