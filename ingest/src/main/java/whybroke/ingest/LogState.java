package whybroke.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What we have of a failure's log: one of the two axes of every rate, owned here. */
public enum LogState {
    WHOLE,
    /** Parts were left out; the tail says which. */
    CUT,
    /** Not there yet; it is asked for again. */
    NOT_READY,
    EMPTY,
    /** The provider kept it for its time and removed it. */
    EXPIRED,
    DELETED,
    /** Our token may not read it. */
    FORBIDDEN,
    /** The provider could not be reached until we gave up. */
    UNREACHABLE,
    TOO_LARGE,
    BINARY,
    /** The job never ran, so there is none. */
    NEVER_RAN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static LogState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** True when another fetch may still change it. */
    public boolean isWaiting() {
        return this == NOT_READY;
    }

    /** True when there are lines to judge. */
    public boolean hasLines() {
        return this == WHOLE || this == CUT || this == TOO_LARGE;
    }
}
