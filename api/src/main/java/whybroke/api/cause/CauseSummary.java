package whybroke.api.cause;

import java.time.Instant;
import whybroke.rules.Label;

/**
 * @param label null for the template of unlabelled failures
 * @param scope the one repository it is about, null when it is about all
 * @param failures in the period asked for, those the viewer may see
 * @param repositories in which, in the period
 * @param first finish time of the first ever
 * @param last finish time of the latest
 * @param version the ETag
 */
public record CauseSummary(
        long id,
        String title,
        Label label,
        String rule,
        String scope,
        String state,
        long failures,
        long repositories,
        Instant first,
        Instant last,
        int version) {}
