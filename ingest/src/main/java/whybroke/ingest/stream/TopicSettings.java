package whybroke.ingest.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How our topics are made. Changing a number here changes topics that are still to be made, never existing ones. */
@ConfigMapping(prefix = "whybroke.topics")
public interface TopicSettings {
    /** Copies of each partition: 3 survives the loss of a broker. -1 leaves it to the cluster's own default. */
    @WithDefault("-1")
    short replication();
}
