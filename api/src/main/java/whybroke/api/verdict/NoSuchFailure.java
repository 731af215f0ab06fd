package whybroke.api.verdict;

import whybroke.ingest.FailureId;

/** No failure of this identity was recorded. */
public class NoSuchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchFailure(FailureId id) {
        super("there is no failure " + id);
    }
}
