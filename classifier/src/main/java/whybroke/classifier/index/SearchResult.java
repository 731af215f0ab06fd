package whybroke.classifier.index;

import java.util.List;
import java.util.Map;
import whybroke.ingest.FailureId;

/**
 * @param hits best first
 * @param total hits counted, at most 10,000
 * @param next opaque cursor, null at the end
 * @param facets counts per value of {@code label} and {@code repository}, largest first, at most 10 each
 * @param indexed share of stored failures that the index holds, 1.0 when it is up to date
 */
public record SearchResult(
        List<Found> hits, long total, String next, Map<String, Map<String, Long>> facets, double indexed) {
    /**
     * @param fragments lines that matched, HTML-escaped, matches in {@code <mark>}
     */
    public record Found(FailureId id, float score, List<String> fragments) {}
}
