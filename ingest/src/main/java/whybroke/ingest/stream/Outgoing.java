package whybroke.ingest.stream;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends records; one idempotent, zstd-compressed producer for the whole process. */
public interface Outgoing {
    /** Completes when Kafka has acknowledged, fails when it could not within the producer's delivery time. */
    CompletionStage<Void> send(String topic, String key, byte[] value);

    /**
     * Sends and waits.
     *
     * @throws DependencyDown when Kafka did not acknowledge in time; the record may still arrive
     */
    void sendAndWait(String topic, String key, byte[] value, Duration atMost);
}
