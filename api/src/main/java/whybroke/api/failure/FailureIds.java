package whybroke.api.failure;

import whybroke.api.problem.ProblemException;
import whybroke.ingest.FailureId;

/** Ids as they stand in addresses. */
public final class FailureIds {
    private FailureIds() {}

    /** What cannot be an id names nothing: 404, as for one that nobody knows. */
    public static FailureId of(String text) {
        try {
            return new FailureId(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("failure");
        }
    }
}
