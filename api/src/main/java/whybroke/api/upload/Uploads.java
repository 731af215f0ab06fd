package whybroke.api.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import whybroke.api.account.Viewer;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.Failures;
import whybroke.api.problem.ProblemException;
import whybroke.api.problem.ProblemKind;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** Puts an uploaded job on the straight path and, if asked, waits at its end. */
@ApplicationScoped
class Uploads {
    private static final Duration KAFKA = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(40).toNanos();

    private final Outgoing outgoing;
    private final Queries queries;
    private final Failures failures;
    private final Clock clock;

    Uploads(Outgoing outgoing, Queries queries, Failures failures, Clock clock) {
        this.outgoing = outgoing;
        this.queries = queries;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * @param logHash of the log that the job carries
     * @throws ProblemException 422 when another log came under this identity
     * @throws whybroke.ingest.stream.DependencyDown when Kafka did not take it
     */
    void accept(FinishedJob job, String logHash) {
        Optional<String> known = queries.first(
                new Sql("select coalesce(log_hash, '') as hash from failure where id = ?", job.id()),
                row -> row.text("hash"));
        if (known.isPresent() && !known.get().isEmpty()) {
            if (!known.get().equals(logHash)) {
                throw new ProblemException(
                        ProblemKind.IDENTITY_REUSED,
                        "Another log was sent for this run, job and attempt, or under this Idempotency-Key.");
            }
            return;
        }
        outgoing.sendAndWait(Topics.JOBS, job.id().hex(), Wire.write(job), KAFKA);
    }

    /** Empty when there is no verdict within 10 s. */
    Optional<FailureDetail> await(Viewer viewer, FailureId id) {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        while (!isJudged(id)) {
            if (clock.instant().isAfter(end) || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return failures.sentBy(viewer, id);
    }

    private boolean isJudged(FailureId id) {
        return queries.first(
                        new Sql("select outcome from failure where id = ? and outcome <> 'pending'", id),
                        row -> row.text("outcome"))
                .isPresent();
    }
}
