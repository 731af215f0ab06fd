package whybroke.rules.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How close to the root a rule's evidence is; an earlier constant beats a later one. */
public enum Tier {
    CAUSE,
    SYMPTOM,
    /** Generic evidence such as "exit code 1": it may group, it never excuses. */
    WRAPPER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Tier of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
