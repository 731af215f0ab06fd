package whybroke.ingest.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Deliveries accepted before, for three days or the last 100,000. Saves work only: whatever slips through, after a
 * restart or at another process, has the same identity and changes nothing.
 */
@ApplicationScoped
public class Duplicates {
    private final Cache<String, Boolean> accepted = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofDays(3))
            .build();

    boolean contains(String connection, List<String> keys) {
        return keys.stream().anyMatch(key -> accepted.getIfPresent(name(connection, key)) != null);
    }

    /** Only what is safe may be remembered: its sender would not send it again. */
    void remember(String connection, List<String> keys) {
        keys.forEach(key -> accepted.put(name(connection, key), true));
    }

    private static String name(String connection, String key) {
        return connection + "/" + key.substring(0, Math.min(200, key.length()));
    }
}
