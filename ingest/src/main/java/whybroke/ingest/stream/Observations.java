package whybroke.ingest.stream;

import java.time.Duration;

/** Tells people what a station saw. Never blocks and never fails the path: when Kafka is away, observations are lost. */
public interface Observations {
    /**
     * @param connection null when it concerns none
     * @param kind one of {@link whybroke.ingest.Observation}'s
     * @param detail reason or state in one word
     * @param took null when not timed
     */
    void saw(String connection, String kind, String detail, Duration took);

    default void saw(String connection, String kind, String detail) {
        saw(connection, kind, detail, null);
    }
}
