package whybroke.classifier.index.follow;

import static whybroke.classifier.index.Failures.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Fingerprint;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogKind;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Tier;

/** Verdicts as Classify sends them. */
final class Verdicts {
    private static final Fingerprint FINGERPRINT = new Fingerprint("00000000000000ff");

    private Verdicts() {}

    static Verdict.ByRule byRule(String job, int fetch, String text, Instant at) {
        return byRule(job, fetch, text, false, at);
    }

    /** Labelled {@code infra} by its first line; without a text it is unlabelled and waits for its log. */
    static Verdict.ByRule byRule(String job, int fetch, String text, boolean shadow, Instant at) {
        LogState state = text == null ? LogState.NOT_READY : LogState.WHOLE;
        FailedJob failed = new FailedJob(job(job), state, text == null ? null : image(text), null, fetch, at, null);
        return new Verdict.ByRule(
                failed, new LibraryHash("0".repeat(64)), 1, "none", "0".repeat(64), decision(text), shadow, at);
    }

    private static Decision decision(String text) {
        if (text == null) {
            return new Decision(
                    new Outcome.Unlabelled(Outcome.Why.NO_EVIDENCE, List.of()), List.of(), 0, FINGERPRINT, null);
        }
        Hit hit = new Hit(
                new RuleId("network/connection-reset"),
                1,
                false,
                Label.INFRA,
                Blame.PLATFORM,
                Tier.CAUSE,
                "line",
                0,
                1,
                text.lines().findFirst().orElseThrow(),
                Map.of(),
                FINGERPRINT,
                null);
        return new Decision(new Outcome.Labelled(hit, null), List.of(hit), 1, FINGERPRINT, null);
    }

    private static LogImage image(String text) {
        return new LogImage(LogKind.TEXT, text, new int[] {0, 1}, List.of(), List.of(), text.length(), 1, 0, 1);
    }

    private static FinishedJob job(String id) {
        return new FinishedJob(
                "ci",
                "github",
                "github.com",
                new FinishedJob.Repository("1", "acme/shop", null),
                new FinishedJob.Run("7", "7", 1, "ci", null, "push"),
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
