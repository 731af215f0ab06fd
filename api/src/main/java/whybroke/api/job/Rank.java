package whybroke.api.job;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Stream;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.stream.Wire;

/**
 * Which of several reports of one job stands: a total order, so that the order of arrival says nothing. A report of a
 * failure beats one of success (what failed once is never taken back), then the later end, then the fuller report; what
 * is still equal is decided by its bytes.
 */
public final class Rank {
    private Rank() {}

    static String of(FinishedJob job) {
        return "%d %020d %02d %s"
                .formatted(
                        job.outcome().isFailure() ? 1 : 0,
                        ChronoUnit.MICROS.between(Instant.EPOCH, finished(job)),
                        fullness(job),
                        hash(Wire.write(job.withoutLog())));
    }

    /** When it ended; for the rare event that does not say, the latest time that it does. */
    public static Instant finished(FinishedJob job) {
        return Stream.of(job.finished(), job.started(), job.queued())
                .filter(time -> time != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(job.ref() + " has no time"))
                .truncatedTo(ChronoUnit.MICROS);
    }

    private static long fullness(FinishedJob job) {
        return Stream.of(
                        job.branch(),
                        job.commit(),
                        job.changeRequest(),
                        job.reason(),
                        job.exitCode(),
                        job.signal(),
                        job.queued(),
                        job.started(),
                        job.runner(),
                        job.runnerGroup(),
                        job.actor(),
                        job.steps().isEmpty() ? null : job.steps())
                .filter(field -> field != null)
                .count();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
