package whybroke.classifier.index;

import java.util.Collection;
import java.util.List;
import whybroke.ingest.FailureId;

/** Search over tails: the port that one machine's Lucene implements, and a cluster's search may. */
public interface FailureIndex {
    /**
     * @param query people's words: {@code label:infra repo:acme/* "could not resolve" -job:lint}
     * @param repositories names the viewer may see; null means all
     * @param limit at most 200
     * @param cursor from {@link SearchResult#next()}, null for the start
     * @throws IllegalArgumentException with a sentence for people when the query cannot be read
     */
    SearchResult search(String query, Collection<String> repositories, int limit, String cursor);

    /** Failures with alike tails, best first; {@code score} in [0, 1]. */
    List<SearchResult.Found> similar(FailureId id, Collection<String> repositories, int limit);
}
