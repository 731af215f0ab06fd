package whybroke.api.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import whybroke.api.failure.FailureSummary;

/**
 * @param total hits counted, at most 10,000
 * @param facets counts per value of {@code label} and {@code repository}, largest first
 * @param indexed share of stored failures that the index holds, 1.0 when it is up to date
 */
public record SearchPage(
        List<Hit> hits,
        long total,
        @JsonProperty("next_cursor") String next,
        Map<String, Map<String, Long>> facets,
        double indexed) {
    /** @param fragments lines that matched: already HTML-escaped, matches in {@code <mark>} */
    public record Hit(FailureSummary failure, float score, List<String> fragments) {}
}
