package whybroke.api.cause;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import whybroke.api.failure.FailureDetail.Remedy;
import whybroke.ingest.FailureId;

/**
 * @param captures what the rule captured
 * @param template the masked text, null for a labelled cause
 * @param remedy null when no rule stands behind it
 * @param where repository and job with the most failures in the period first, at most 50
 * @param example the latest failure of it
 */
public record CauseDetail(
        @JsonUnwrapped CauseSummary summary,
        Map<String, String> captures,
        String template,
        List<String> fingerprints,
        Remedy remedy,
        List<Place> where,
        Example example) {
    public record Place(
            String repository, String job, long failures, String commit, Instant last, FailureId lastFailure) {}

    public record Example(FailureId failure, String repository, Instant finished, Integer line, String evidence) {}
}
