package whybroke.dashboards.failure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import whybroke.api.failure.Excerpt;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureDetail.Current;
import whybroke.api.failure.FailureDetail.Facts;
import whybroke.api.failure.FailureDetail.SeenBefore;
import whybroke.api.failure.FailureSummary;
import whybroke.api.failure.VerdictOutcome;
import whybroke.ingest.FailureId;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;
import whybroke.rules.match.Tier;

/** A failure in any state, for tests of what is said about it. */
final class Given {
    private static final Instant AT = Instant.parse("2026-11-20T09:14:00Z");

    LogState log = LogState.WHOLE;
    VerdictOutcome outcome = VerdictOutcome.LABELLED;
    Label label = Label.INFRA;
    Blame blame = Blame.PLATFORM;
    String judge = "rule";
    String sentence = "The artifact repository did not answer";
    String person;
    String reason;
    String because;
    JobOutcome job = JobOutcome.FAILED;
    boolean mayFail;
    Double confidence = 0.94;
    Excerpt excerpt = new Excerpt(List.of(), 10, 10, 100, 0);
    long before;

    FailureDetail failure() {
        boolean labelled = outcome == VerdictOutcome.LABELLED;
        FailureSummary summary = new FailureSummary(
                new FailureId("0123456789abcdef0123456789abcdef"),
                "acme/shop",
                "ci",
                "build",
                "main",
                "3f9c2ab0",
                "12",
                1,
                null,
                AT,
                mayFail,
                log,
                outcome,
                labelled ? label : null,
                judge,
                labelled ? blame : null,
                labelled ? "maven/repository-5xx" : null,
                3,
                confidence,
                null,
                null,
                "0123456789abcdef",
                null,
                1);
        return new FailureDetail(
                summary,
                facts(),
                outcome == VerdictOutcome.PENDING ? null : current(labelled),
                because,
                excerpt,
                null,
                new SeenBefore(before, 1, AT, null, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Current current(boolean labelled) {
        return new Current(
                judge,
                outcome,
                labelled ? label : null,
                labelled ? blame : null,
                "maven/repository-5xx",
                3,
                sentence,
                Tier.CAUSE,
                confidence,
                null,
                null,
                Map.of(),
                "0123456789abcdef",
                null,
                List.of(),
                "ab".repeat(32),
                1,
                person,
                reason,
                AT);
    }

    private Facts facts() {
        StepFact step = new StepFact(4, "docker build", Phase.BUILD, StepResult.FAILED, false, null, null);
        return new Facts(
                "acme-ci",
                "github",
                "github.com",
                "1",
                "12",
                1,
                null,
                "push",
                null,
                "kim",
                job,
                "failure",
                137,
                null,
                "linux-16-eu-7",
                null,
                AT,
                AT,
                AT,
                List.of(step));
    }
}
