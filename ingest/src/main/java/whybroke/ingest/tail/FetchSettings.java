package whybroke.ingest.tail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hard we lean on one CI system. GitHub allows 100 requests at once and 5,000 an hour for one token. */
@ConfigMapping(prefix = "whybroke.fetch")
public interface FetchSettings {
    /** Downloads at once from one connection. More is faster until its rate limit bites. */
    @WithDefault("8")
    int atOnce();

    /** How long a job waits for its turn before it is put off, so that others get theirs. */
    @WithDefault("2S")
    Duration turn();
}
