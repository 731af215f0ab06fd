package whybroke.ingest.tail;

import java.time.Instant;
import java.util.Optional;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.download.Fetched;
import whybroke.rules.log.LogImage;

/** What one answer makes of a failed job: the state of its log, and whether to ask again. */
record FailedJobs(FinishedJob job, int fetch, Instant now) {
    FailedJob of(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Tail(LogImage image) -> ofTail(image);
            case Fetched.Expired(String because) -> none(LogState.EXPIRED, because);
            case Fetched.Deleted(String because) -> none(LogState.DELETED, because);
            case Fetched.Denied(String because) -> none(LogState.FORBIDDEN, because);
            case Fetched.NeverRan(String because) -> none(LogState.NEVER_RAN, because);
            case Fetched.None(String because) -> none(LogState.EMPTY, because);
            case Fetched.NotReady(String because, Instant notBefore) -> later(because, notBefore);
            case Fetched.Unreachable(String because) -> later(because, null);
        };
    }

    FailedJob ofTail(LogImage image) {
        return switch (image.kind()) {
            case EMPTY -> none(LogState.EMPTY, "the log is empty");
            case BINARY -> none(LogState.BINARY, "the log is not text");
            case TOO_LARGE -> with(image, LogState.TOO_LARGE);
            case TEXT -> with(image, image.gaps().isEmpty() ? LogState.WHOLE : LogState.CUT);
        };
    }

    private FailedJob with(LogImage image, LogState state) {
        return new FailedJob(job.withoutLog(), state, image, null, fetch, now, null);
    }

    private FailedJob later(String because, Instant notBefore) {
        Optional<Instant> again = Schedule.after(fetch, now, notBefore);
        return again.map(at -> new FailedJob(job.withoutLog(), LogState.NOT_READY, null, because, fetch, now, at))
                .orElseGet(() -> none(LogState.UNREACHABLE, "given up after " + fetch + " tries: " + because));
    }

    private FailedJob none(LogState state, String because) {
        return new FailedJob(job.withoutLog(), state, null, because, fetch, now, null);
    }
}
