package whybroke.api.failure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import whybroke.api.Page;
import whybroke.api.account.Viewer;
import whybroke.ingest.FailureId;

/** Questions about failures. What the viewer may not see does not exist for them. */
@ApplicationScoped
public class Failures {
    /**
     * Newest first.
     *
     * @param cursor from {@link Page#next()}, null for the start
     * @param limit 1 to {@link Page#MOST}
     * @throws IllegalArgumentException when the cursor is not one of ours
     */
    public Page<FailureSummary> page(Viewer viewer, FailureFilter filter, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<FailureDetail> one(Viewer viewer, FailureId id) {
        throw new UnsupportedOperationException();
    }

    /** The summaries of those that the viewer may see, in the order asked. */
    public List<FailureSummary> these(Viewer viewer, List<FailureId> ids) {
        throw new UnsupportedOperationException();
    }

    /** The whole tail; empty when the failure or its tail is not there. */
    public Optional<Excerpt> tail(Viewer viewer, FailureId id) {
        throw new UnsupportedOperationException();
    }

    /** How many there are, counted up to 10,000. */
    public long count(Viewer viewer, FailureFilter filter) {
        throw new UnsupportedOperationException();
    }
}
