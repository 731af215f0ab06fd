package whybroke.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whybroke.api.job.RecordJob;
import whybroke.api.verdict.RecordVerdict;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FailureId;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.Fingerprint;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.log.Gap;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogKind;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;
import whybroke.rules.match.Tier;

/** A job and what was said of it, recorded as the stations would. Each scene has a CI system of its own. */
public final class Scene {
    private static final String TEXT = IntStream.rangeClosed(1, 60)
            .mapToObj(line -> line == 40
                    ? "[ERROR] Could not transfer artifact org.example:core from/to internal: status code: 503"
                    : line == 38 ? "> Authorization: Basic [redacted:password]" : "[INFO] line " + line)
            .collect(Collectors.joining("\n"));

    private final RecordJob recordJob;
    private final RecordVerdict recordVerdict;
    private final String host;
    private Outgoing outgoing;
    private Instant finished = Instant.now().minus(Duration.ofMinutes(12));

    public String repository = "acme/shop";
    public String job = "verify (linux-amd64)";
    public String branch = "main";
    public String rule = "maven/repository-unavailable";
    public Label label = Label.INFRA;
    public String text = TEXT;
    public int decisive = 39;
    public int attempt = 1;
    public int fetch = 1;
    public String run = "7";
    private int missing;
    public String because;
    public LibraryHash library = new LibraryHash("c3".repeat(32));

    public Scene(RecordJob recordJob, RecordVerdict recordVerdict, String name) {
        this.recordJob = recordJob;
        this.recordVerdict = recordVerdict;
        this.host = name + ".example.org";
    }

    /** Verdicts go to the topic as well, so that the index hears of them. */
    public Scene told(Outgoing to) {
        outgoing = to;
        return this;
    }

    public Scene ago(Duration time) {
        finished = Instant.now().minus(time);
        return this;
    }

    public String jobUrl() {
        return "https://" + host + "/acme/shop/actions/runs/7/job/9";
    }

    public FailureId labelled() {
        Hit by = hit(rule, label, null);
        Hit lost = hit("generic/exit-code", Label.APP, "lower tier");
        return judged(
                LogState.WHOLE,
                image(),
                new Decision(new Outcome.Labelled(by, 0.94), List.of(by, lost), 2, by.fingerprint(), null));
    }

    /** Cut after its tenth line. */
    public FailureId cut() {
        missing = 118_204;
        Hit by = hit(rule, label, null);
        LogImage whole = image();
        LogImage image = new LogImage(
                LogKind.TEXT,
                whole.text(),
                new int[] {0, 1, 10, 118_215},
                List.of(),
                List.of(new Gap(9, 118_204)),
                64_000_000,
                118_264,
                1,
                whole.engine());
        return judged(
                LogState.CUT,
                image,
                new Decision(new Outcome.Labelled(by, null), List.of(by), 1, by.fingerprint(), null));
    }

    public FailureId noRule() {
        return judged(LogState.WHOLE, image(), unlabelled(Outcome.Why.NO_RULE, List.of(), "linker exited with <n>"));
    }

    public FailureId ambiguous() {
        List<Hit> candidates = List.of(
                hit("junit/assertion-failed", Label.APP, null),
                hit("network/connection-reset", Label.INFRA, null),
                hit("junit/passed-on-retry", Label.FLAKY_TEST, null));
        return judged(LogState.WHOLE, image(), unlabelled(Outcome.Why.AMBIGUOUS, candidates, "some template"));
    }

    public FailureId without(LogState state) {
        return judged(state, null, unlabelled(Outcome.Why.NO_EVIDENCE, List.of(), null));
    }

    public FailureId notJudged() {
        FinishedJob report = report(JobOutcome.FAILED);
        recordJob.record(Wire.write(report));
        return report.id();
    }

    public void passed() {
        recordJob.record(Wire.write(report(JobOutcome.PASSED)));
    }

    private FailureId judged(LogState state, LogImage image, Decision decision) {
        FinishedJob report = report(JobOutcome.FAILED);
        recordJob.record(Wire.write(report));
        FailedJob failed = new FailedJob(
                report,
                state,
                image,
                because,
                fetch,
                finished.plusSeconds(5),
                state.isWaiting() ? Instant.now().plus(Duration.ofDays(1)) : null);
        String hash = image == null ? "none" : "%064x".formatted(image.text().hashCode() & 0xffffffffL);
        byte[] verdict = Wire.write(
                new Verdict.ByRule(failed, library, 1, hash, "f".repeat(64), decision, false, finished.plusSeconds(6)));
        recordVerdict.record(verdict);
        if (outgoing != null) {
            outgoing.sendAndWait(Topics.VERDICTS, report.id().hex(), verdict, Duration.ofSeconds(10));
        }
        return report.id();
    }

    private static Decision unlabelled(Outcome.Why why, List<Hit> candidates, String template) {
        return new Decision(
                new Outcome.Unlabelled(why, candidates),
                candidates,
                candidates.size(),
                template == null ? null : fingerprint(template),
                template);
    }

    private Hit hit(String id, Label says, String lost) {
        String line = text.lines().skip(decisive).findFirst().orElseThrow();
        return new Hit(
                new RuleId(id),
                3,
                false,
                says,
                says.usualBlame(),
                lost == null ? Tier.CAUSE : Tier.WRAPPER,
                "line",
                decisive + (lost == null ? 0 : 5),
                missing + decisive + (lost == null ? 1 : 6),
                line,
                Map.of("code", "503"),
                fingerprint(host + id),
                lost);
    }

    private static Fingerprint fingerprint(String name) {
        return new Fingerprint("%016x".formatted(name.hashCode() & 0xffffffffL));
    }

    private LogImage image() {
        int lines = (int) text.lines().count();
        return new LogImage(LogKind.TEXT, text, new int[] {0, 1}, List.of(), List.of(), text.length(), lines, 1, 1);
    }

    private FinishedJob report(JobOutcome outcome) {
        StepFact step = new StepFact(4, "mvn verify", Phase.BUILD, StepResult.FAILED, false, null, null);
        return new FinishedJob(
                "github",
                "github",
                host,
                new FinishedJob.Repository("1", repository, false),
                new FinishedJob.Run(
                        "7-" + (attempt > 1 ? "again" : finished),
                        "48213",
                        attempt,
                        "build-and-publish",
                        runUrl(),
                        "push"),
                new FinishedJob.Job("9-" + outcome + "-" + attempt + "-" + finished, job, attempt, jobUrl()),
                branch,
                "3f9c2ab04711",
                "12",
                outcome,
                "failure",
                1,
                null,
                false,
                List.of(step),
                finished.minusSeconds(300),
                finished.minusSeconds(258),
                finished,
                "linux-16-eu-7",
                null,
                "kim",
                null);
    }

    private String runUrl() {
        return "https://" + host + "/acme/shop/actions/runs/7";
    }
}
