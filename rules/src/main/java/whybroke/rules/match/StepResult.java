package whybroke.rules.match;

/** How a step ended; what a provider says and we do not know is {@link #UNKNOWN}. */
public enum StepResult {
    PASSED,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    SKIPPED,
    UNKNOWN
}
