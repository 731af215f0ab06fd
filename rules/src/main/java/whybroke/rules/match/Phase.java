package whybroke.rules.match;

/** What a step is for. {@link #POST} is clean-up after the job's own work and never decides a failure. */
public enum Phase {
    CHECKOUT,
    SETUP,
    BUILD,
    TEST,
    PUBLISH,
    DEPLOY,
    POST,
    OTHER
}
