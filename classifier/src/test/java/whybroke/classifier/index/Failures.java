package whybroke.classifier.index;

import java.time.Instant;
import whybroke.ingest.FailureId;

/** Failures as tests need them: change what matters, the rest is usual. */
public final class Failures {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Failures() {}

    public static FailureId id(int number) {
        return new FailureId("%032x".formatted(number));
    }

    /** Finished {@code number} minutes after noon, labelled {@code infra} by a rule. */
    public static IndexedFailure failure(int number, String text) {
        return failure(number, 1, "acme/shop", "infra", "rule", text);
    }

    public static IndexedFailure failure(
            int number, int fetch, String repository, String label, String judge, String text) {
        return new IndexedFailure(
                id(number),
                fetch,
                "github",
                repository,
                "ci",
                "build",
                "main",
                NOON.plusSeconds(60L * number),
                label,
                judge,
                label == null ? null : "network/connection-reset",
                "00000000000000%02x".formatted(number % 256),
                text == null ? null : text.lines().findFirst().orElse(null),
                text);
    }
}
