package whybroke.api.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import whybroke.api.account.Viewer;
import whybroke.ingest.FailureId;

/** Search over tails, and what is like a failure. */
@ApplicationScoped
public class Search {
    /**
     * @param query people's words: {@code label:infra repo:acme/* "could not resolve"}
     * @throws IllegalArgumentException with a sentence for people when the query or the cursor cannot be read
     */
    public SearchPage find(Viewer viewer, String query, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Failures with alike tails, best first. */
    public List<SearchPage.Hit> similar(Viewer viewer, FailureId id, int limit) {
        throw new UnsupportedOperationException();
    }
}
