package whybroke.rules.library;

import java.util.Locale;

/** The job facts a rule may ask for. */
public enum FactName {
    OUTCOME,
    PROVIDER_REASON,
    EXIT_CODE,
    SIGNAL,
    /** Name of a step that failed. */
    STEP,
    /** Phase of a step that failed. */
    PHASE,
    RUNNER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
