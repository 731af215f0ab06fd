package whybroke.server.classifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobOutcome;

/** Failed jobs as FetchTail sends them; each call is another job. */
final class Failing {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Failing() {}

    static FailedJob with(String log) {
        return new FailedJob(job(), LogState.WHOLE, image(log), null, 1, NOON, null);
    }

    static FailedJob withoutLog() {
        return new FailedJob(job(), LogState.EXPIRED, null, "the provider removed it", 1, NOON, null);
    }

    private static LogImage image(String log) {
        try {
            return LogLines.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)))
                    .image();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FinishedJob job() {
        String id = UUID.randomUUID().toString();
        return new FinishedJob(
                "ci",
                "github",
                "github.example.org",
                new FinishedJob.Repository("4711", "acme/shop", true),
                new FinishedJob.Run(id, "7", 1, "ci", null, "push"),
                new FinishedJob.Job(id, "build", 1, null),
                "main",
                "c0ffee",
                null,
                JobOutcome.FAILED,
                "failure",
                1,
                null,
                false,
                List.of(),
                NOON,
                NOON,
                NOON,
                null,
                null,
                "sam",
                null);
    }
}
