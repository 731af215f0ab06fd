package whybroke.api.setting;

import java.time.Instant;
import whybroke.ingest.Connection;

/**
 * A connection as it is stored.
 *
 * @param origin where it comes from; those from the configuration are changed there only
 * @param version for ETag and If-Match
 */
public record StoredConnection(Connection connection, Origin origin, int version, Instant changed) {
    public enum Origin {
        CONFIGURATION,
        API
    }
}
