package whybroke.api.job;

import java.util.UUID;
import whybroke.ingest.FailureId;
import whybroke.ingest.JobKey;

/** Our 128-bit identities as PostgreSQL's {@code uuid}. */
public final class Ids {
    private Ids() {}

    public static UUID of(FailureId id) {
        return uuid(id.hex());
    }

    public static UUID of(JobKey key) {
        return uuid(key.hex());
    }

    public static FailureId failure(UUID id) {
        return new FailureId(id.toString().replace("-", ""));
    }

    private static UUID uuid(String hex) {
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
