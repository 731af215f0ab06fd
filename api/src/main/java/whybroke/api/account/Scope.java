package whybroke.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a token may do. {@link #ADMIN} includes the others. */
public enum Scope {
    /** Send logs. */
    INGEST,
    /** See what the token's teams may see. */
    READ,
    /** Contradict or confirm verdicts. */
    TRIAGE,
    /** Everything, settings included, in every repository. */
    ADMIN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Scope of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
