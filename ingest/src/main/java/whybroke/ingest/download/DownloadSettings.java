package whybroke.ingest.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long we wait for a CI system. Longer finds more logs at slow ones and holds one of their few places longer. */
@ConfigMapping(prefix = "whybroke.download")
public interface DownloadSettings {
    /** Until a connection stands. */
    @WithDefault("5S")
    Duration connect();

    /** Until the answer begins, and between any two pieces of it. */
    @WithDefault("30S")
    Duration silence();

    /** For one whole log: 1 GiB at 2 MiB/s takes 9 minutes. */
    @WithDefault("10M")
    Duration total();
}
