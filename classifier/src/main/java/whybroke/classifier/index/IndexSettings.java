package whybroke.classifier.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The index over tails, in the folder {@code index} of {@code whybroke.data}. */
@ConfigMapping(prefix = "whybroke.index")
public interface IndexSettings {
    /** False in processes that neither search nor record. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How long what was indexed may be lost by a crash. It is read again from Kafka at the next start, so longer costs
     * only that; shorter costs disk writes.
     */
    @WithDefault("5s")
    Duration commitEvery();
}
