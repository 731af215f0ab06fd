package whybroke.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.stream.RecordSize;
import whybroke.ingest.stream.Wire;
import whybroke.rules.Blame;
import whybroke.rules.Fingerprint;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogKind;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Tier;

class VerdictRecordTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void usualVerdict_isSentWhole() {
        Verdict.ByRule verdict = verdict(1_000, 100);

        assertThat(Wire.read(VerdictRecord.of(verdict), Verdict.class))
                .isInstanceOfSatisfying(
                        Verdict.ByRule.class,
                        read -> assertThat(read.decision()).isEqualTo(verdict.decision()));
    }

    @Test
    void verdictThatWouldNotFit_keepsTheDecidingHitAndHowManyThereWere() {
        Verdict.ByRule verdict = verdict(1_090_000, 30_000);
        assertThat(RecordSize.fits(Wire.write(verdict))).isFalse();

        byte[] sent = VerdictRecord.of(verdict);

        assertThat(RecordSize.fits(sent)).isTrue();
        Verdict.ByRule read = (Verdict.ByRule) Wire.read(sent, Verdict.class);
        assertThat(read.decision().hits())
                .containsExactly(verdict.decision().hits().getFirst());
        assertThat(read.decision().hitCount()).isEqualTo(32);
        assertThat(read.failed().log().text()).isEqualTo(verdict.failed().log().text());
    }

    @Test
    void jobFacts_haveTheSameHashAgain_andAnotherWhenTheyDiffer() {
        FinishedJob job = verdict(10, 10).failed().job();

        assertThat(FactsHash.of(job.facts()))
                .isEqualTo(FactsHash.of(job.facts()))
                .matches("[0-9a-f]{64}");
        assertThat(FactsHash.of(job.facts())).isNotEqualTo(FactsHash.of(JobFacts.NONE));
    }

    /** Random digits: three quarters of a byte each after compression. */
    private static Verdict.ByRule verdict(int logSize, int captureSize) {
        List<Hit> hits =
                IntStream.range(0, 32).mapToObj(i -> hit(i, captureSize)).toList();
        LogImage log = new LogImage(
                LogKind.TEXT, noise(logSize, 99), new int[] {0, 1}, List.of(), List.of(), logSize, 1, 0, 1);
        return new Verdict.ByRule(
                new FailedJob(job(), LogState.WHOLE, log, null, 1, NOON, null),
                new LibraryHash("0".repeat(64)),
                1,
                "1".repeat(64),
                "2".repeat(64),
                new Decision(
                        new Outcome.Labelled(hits.getFirst(), 0.9),
                        hits,
                        32,
                        hits.getFirst().fingerprint(),
                        null),
                false,
                NOON);
    }

    private static Hit hit(int number, int captureSize) {
        return new Hit(
                new RuleId("network/connection-reset"),
                1,
                false,
                Label.INFRA,
                Blame.PLATFORM,
                Tier.CAUSE,
                "line",
                number,
                number + 1,
                "connection reset",
                Map.of("host", noise(number == 0 ? 10 : captureSize, number)),
                new Fingerprint("00000000000000ff"),
                number == 0 ? null : "later");
    }

    private static String noise(int size, int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(size);
        while (text.length() < size) {
            text.append((char) ('0' + random.nextInt(64)));
        }
        return text.toString();
    }

    private static FinishedJob job() {
        return new FinishedJob(
                "ci",
                "github",
                "github.example.org",
                new FinishedJob.Repository("1", "acme/shop", null),
                new FinishedJob.Run("7", "7", 1, "ci", null, "push"),
                new FinishedJob.Job("9", "build", 1, null),
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
