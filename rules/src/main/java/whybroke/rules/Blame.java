package whybroke.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who caused a failure. Routing, rates and exports all read this one field. */
public enum Blame {
    PLATFORM,
    TEAM,
    SHARED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Blame of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
