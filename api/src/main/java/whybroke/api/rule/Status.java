package whybroke.api.rule;

import java.time.Instant;
import java.util.Map;

/**
 * What this process knows of the whole installation.
 *
 * @param activeLibrary hash, null before the first was published
 * @param engine {@link whybroke.rules.Engine#VERSION}
 * @param indexed share of stored failures that can be searched
 * @param failures stored
 * @param outboxPending decided in PostgreSQL and not yet told to Kafka
 * @param oldestWaitingFetch due time of the late fetch that waits longest, null when none waits
 * @param waitingFetches how many wait
 * @param deadLetters seen so far, per station or reason
 */
public record Status(
        String activeLibrary,
        String activeVersion,
        String shadowLibrary,
        int engine,
        double indexed,
        long failures,
        long outboxPending,
        Instant oldestWaitingFetch,
        long waitingFetches,
        Map<String, Long> deadLetters) {}
