package whybroke.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.ingest.FinishedJob;
import whybroke.rules.match.JobOutcome;

class RankTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void failure_beatsALaterSuccess() {
        assertThat(Rank.of(job(JobOutcome.FAILED, NOON, null)))
                .isGreaterThan(Rank.of(job(JobOutcome.PASSED, NOON.plusSeconds(60), "runner")));
    }

    @Test
    void laterEnd_beatsTheFullerReport() {
        assertThat(Rank.of(job(JobOutcome.FAILED, NOON.plusSeconds(1), null)))
                .isGreaterThan(Rank.of(job(JobOutcome.FAILED, NOON, "runner")));
    }

    @Test
    void fullerReport_beatsThePoorerOne() {
        assertThat(Rank.of(job(JobOutcome.FAILED, NOON, "runner")))
                .isGreaterThan(Rank.of(job(JobOutcome.FAILED, NOON, null)));
    }

    @Test
    void twoReportsThatDifferOtherwise_areInSomeOrderAlways() {
        String one = Rank.of(job(JobOutcome.FAILED, NOON, "runner-1"));
        String two = Rank.of(job(JobOutcome.FAILED, NOON, "runner-2"));

        assertThat(one).isNotEqualTo(two).isEqualTo(Rank.of(job(JobOutcome.FAILED, NOON, "runner-1")));
    }

    @Test
    void jobWithoutAnyTime_isRefused() {
        assertThatThrownBy(() -> Rank.finished(job(JobOutcome.FAILED, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FinishedJob job(JobOutcome outcome, Instant finished, String runner) {
        return new FinishedJob(
                "github",
                "github",
                "github.com",
                new FinishedJob.Repository("1", "acme/shop", null),
                new FinishedJob.Run("7", "7", 1, "build", null, "push"),
                new FinishedJob.Job("42", "test", 1, null),
                "main",
                "c1",
                null,
                outcome,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                finished,
                runner,
                null,
                null,
                null);
    }
}
