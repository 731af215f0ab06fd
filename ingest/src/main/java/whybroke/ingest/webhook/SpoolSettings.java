package whybroke.ingest.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much waits on disk while Kafka is away: a day of 10,000 deliveries of 20 kB each takes 200 MB. */
@ConfigMapping(prefix = "whybroke.spool")
public interface SpoolSettings {
    /** All of it, in bytes; when it is full, senders hear 503. */
    @WithDefault("1073741824")
    long maxBytes();

    /** One file, in bytes. After a crash the oldest file is sent again from its beginning. */
    @WithDefault("8388608")
    long segmentBytes();
}
