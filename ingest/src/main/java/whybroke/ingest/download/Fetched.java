package whybroke.ingest.download;

import java.time.Instant;
import whybroke.rules.log.LogImage;

/** What came of asking for a log. */
public sealed interface Fetched {
    /** Something was there, clean, cut and redacted; its kind says whether it can be read. */
    record Tail(LogImage image) implements Fetched {}

    /** The provider kept it for its time and removed it. */
    record Expired(String because) implements Fetched {}

    /** It is not where it must be, and is too old to be still on its way. */
    record Deleted(String because) implements Fetched {}

    /** Our token, or our list of hosts, does not allow it. */
    record Denied(String because) implements Fetched {}

    /** The job never ran, so there is no log. */
    record NeverRan(String because) implements Fetched {}

    /** The event brought no log and says of none. */
    record None(String because) implements Fetched {}

    /** @param notBefore when the provider said so, null otherwise */
    record NotReady(String because, Instant notBefore) implements Fetched {
        public NotReady(String because) {
            this(because, null);
        }
    }

    /** No answer, a broken one, or a server error: worth another try. */
    record Unreachable(String because) implements Fetched {}
}
