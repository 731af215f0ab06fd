package whybroke.ingest;

import java.time.Instant;
import whybroke.rules.log.LogImage;

/**
 * A failed job with what could be had of its log: the record of {@code whybroke.failures}. One per fetch, so that a
 * log that comes late is a second record of the same identity; a later {@code fetch} wins.
 *
 * @param job without its log
 * @param state of the log
 * @param log null unless {@link LogState#hasLines()}
 * @param because the reason in words when there is no log, null otherwise
 * @param fetch which fetch this is, from 1
 * @param fetched when
 * @param again when to fetch again; null unless {@link LogState#isWaiting()}
 */
public record FailedJob(
        FinishedJob job, LogState state, LogImage log, String because, int fetch, Instant fetched, Instant again) {
    public FailureId id() {
        return job.id();
    }
}
