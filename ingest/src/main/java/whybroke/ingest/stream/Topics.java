package whybroke.ingest.stream;

import java.util.List;

/** The topics, one record type each. Keys only spread load: every write gives the same result in any order. */
public final class Topics {
    public static final String WEBHOOKS = "whybroke.webhooks";
    public static final String JOBS = "whybroke.jobs";
    public static final String FETCHES = "whybroke.fetches";
    public static final String FAILURES = "whybroke.failures";
    public static final String VERDICTS = "whybroke.verdicts";
    public static final String OBSERVATIONS = "whybroke.observations";
    public static final String DEAD_LETTERS = "whybroke.dead-letters";
    /** Compacted: libraries by hash, and the pointers {@code active} and {@code shadow}. */
    public static final String LIBRARIES = "whybroke.libraries";
    /** Compacted: connections by id. */
    public static final String CONNECTIONS = "whybroke.connections";

    public static final List<String> STREAMS =
            List.of(WEBHOOKS, JOBS, FETCHES, FAILURES, VERDICTS, OBSERVATIONS, DEAD_LETTERS);
    public static final List<String> COMPACTED = List.of(LIBRARIES, CONNECTIONS);
    public static final int PARTITIONS = 12;

    private Topics() {}
}
