package whybroke.rules.match;

/** How a job ended, in our words; the provider's own word travels beside it. */
public enum JobOutcome {
    PASSED,
    FAILED,
    TIMED_OUT,
    /** The CI system itself says that it, not the code, is at fault. */
    SYSTEM_FAILURE,
    /** It never ran: no runner, invalid pipeline, refused. */
    STARTUP_FAILURE,
    CANCELLED,
    SKIPPED,
    UNKNOWN;

    /** True when this is a failure to be explained. Cancelled is not, unless a time-out or lost runner caused it. */
    public boolean isFailure() {
        return switch (this) {
            case FAILED, TIMED_OUT, SYSTEM_FAILURE, STARTUP_FAILURE -> true;
            case PASSED, CANCELLED, SKIPPED, UNKNOWN -> false;
        };
    }
}
