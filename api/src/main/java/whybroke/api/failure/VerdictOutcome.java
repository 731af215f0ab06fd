package whybroke.api.failure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The second axis of every rate: what the classifier made of a failure. The first is the log's state. */
public enum VerdictOutcome {
    /** Not judged yet. */
    PENDING,
    LABELLED,
    NO_RULE,
    AMBIGUOUS,
    NO_EVIDENCE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static VerdictOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
