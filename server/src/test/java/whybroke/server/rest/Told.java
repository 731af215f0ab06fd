package whybroke.server.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.rules.Engine;
import whybroke.rules.Fingerprint;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Tier;

/**
 * A job and what is said about it.
 *
 * @param repository full name; also its provider's id
 * @param id the provider's id of the job
 * @param label null for one that no rule knows
 * @param cause failures with one word here have one cause
 * @param log its lines; the second is the evidence
 */
record Told(
        String repository,
        String id,
        String job,
        String branch,
        JobOutcome outcome,
        boolean mayFail,
        int attempt,
        Instant finished,
        Label label,
        String cause,
        List<String> log) {
    static final String HOST = "ci.example.org";
    static final RuleId RULE = new RuleId("maven/repository-5xx");

    static Told failure(String repository, String id, Instant finished) {
        return new Told(
                repository,
                id,
                "build",
                "main",
                JobOutcome.FAILED,
                false,
                1,
                finished,
                Label.INFRA,
                repository,
                List.of("Downloading", "status code: 503 from repo.example.org", "BUILD FAILURE"));
    }

    Told named(String otherJob, String otherBranch) {
        return new Told(repository, id, otherJob, otherBranch, outcome, mayFail, attempt, finished, label, cause, log);
    }

    Told unlabelled() {
        return new Told(repository, id, job, branch, outcome, mayFail, attempt, finished, null, cause, log);
    }

    Told labelled(Label other) {
        return new Told(repository, id, job, branch, outcome, mayFail, attempt, finished, other, cause, log);
    }

    Told because(String other) {
        return new Told(repository, id, job, branch, outcome, mayFail, attempt, finished, label, other, log);
    }

    Told allowedToFail() {
        return new Told(repository, id, job, branch, outcome, true, attempt, finished, label, cause, log);
    }

    Told passed() {
        return new Told(repository, id, job, branch, JobOutcome.PASSED, mayFail, attempt, finished, label, cause, log);
    }

    Told saying(String... lines) {
        return new Told(repository, id, job, branch, outcome, mayFail, attempt, finished, label, cause, List.of(lines));
    }

    FinishedJob report() {
        return new FinishedJob(
                "github",
                "github",
                HOST,
                new FinishedJob.Repository(repository, repository, true),
                new FinishedJob.Run("run-" + id, "7", attempt, "ci", "https://ci.example.org/run/7", "push"),
                new FinishedJob.Job(id, job, attempt, "https://ci.example.org/job/" + attempt),
                branch,
                "c0ffee",
                null,
                outcome,
                "failure",
                1,
                null,
                mayFail,
                List.of(),
                null,
                finished.minusSeconds(60),
                finished,
                "runner-1",
                null,
                "ada",
                null);
    }

    Verdict verdict() {
        LogLines lines = lines();
        FailedJob failed =
                new FailedJob(report(), LogState.WHOLE, lines.image(), null, 1, finished.plusSeconds(5), null);
        return new Verdict.ByRule(
                failed,
                new LibraryHash("a1".repeat(32)),
                Engine.VERSION,
                lines.hash(),
                "f".repeat(64),
                decision(),
                false,
                finished.plusSeconds(6));
    }

    private LogLines lines() {
        try {
            return LogLines.of(new ByteArrayInputStream(String.join("\n", log).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Decision decision() {
        Fingerprint fingerprint = new Fingerprint("%016x".formatted(cause.hashCode() & 0xffffffffL));
        if (label == null) {
            return new Decision(
                    new Outcome.Unlabelled(Outcome.Why.NO_RULE, List.of()), List.of(), 0, fingerprint, log.get(1));
        }
        Hit hit = new Hit(
                RULE,
                3,
                false,
                label,
                label.usualBlame(),
                Tier.CAUSE,
                "line",
                1,
                2,
                log.get(1),
                Map.of("host", "repo.example.org"),
                fingerprint,
                null);
        return new Decision(new Outcome.Labelled(hit, 0.94), List.of(hit), 1, fingerprint, null);
    }
}
