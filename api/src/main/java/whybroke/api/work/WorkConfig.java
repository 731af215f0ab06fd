package whybroke.api.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the process does the work that waits. Only a process with role {@code work} does any. */
@ConfigMapping(prefix = "whybroke.work")
public interface WorkConfig {
    /** Off, tasks, outbox and the settings of a start wait: in processes without role {@code work}, and in a standby. */
    @WithDefault("true")
    boolean enabled();

    /** Between two looks at the outbox: what people decide reaches Kafka within about this. */
    @WithDefault("100ms")
    Duration outboxPause();

    /** Between two looks at an empty task table. */
    @WithDefault("1s")
    Duration taskPause();

    /** Tasks at a time: background work shall not take the pool's connections from live traffic. */
    @WithDefault("2")
    int workers();

    /** A worker that died is replaced after this. Three renewals must fit in, or a slow disk loses a lease. */
    @WithDefault("60s")
    Duration lease();

    /** After so many attempts that failed with every dependency up, a task is failed and waits for a person. */
    @WithDefault("10")
    int attempts();
}
