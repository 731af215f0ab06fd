package whybroke.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.Samples;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.stream.RecordSize;
import whybroke.ingest.stream.Wire;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogKind;
import whybroke.rules.log.LogLimits;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobOutcome;

class FailedJobsTest {
    static Stream<Arguments> answers() throws IOException {
        return Stream.of(
                Arguments.of(new Fetched.Expired("x"), LogState.EXPIRED),
                Arguments.of(new Fetched.Deleted("x"), LogState.DELETED),
                Arguments.of(new Fetched.Denied("x"), LogState.FORBIDDEN),
                Arguments.of(new Fetched.NeverRan("x"), LogState.NEVER_RAN),
                Arguments.of(new Fetched.None("x"), LogState.EMPTY),
                Arguments.of(new Fetched.NotReady("x"), LogState.NOT_READY),
                Arguments.of(new Fetched.Unreachable("x"), LogState.NOT_READY),
                Arguments.of(tail("", LogLimits.DEFAULT), LogState.EMPTY),
                Arguments.of(tail("boom\n", LogLimits.DEFAULT), LogState.WHOLE),
                Arguments.of(tail("a long line\n".repeat(1_000), small(1_000_000)), LogState.CUT),
                Arguments.of(tail("a long line\n".repeat(1_000), small(5_000)), LogState.TOO_LARGE),
                Arguments.of(tail("\u0000\u0001\u0002".repeat(1_000), LogLimits.DEFAULT), LogState.BINARY));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answer_hasItsStateAndALogOrAReason(Fetched fetched, LogState state) {
        FailedJob failed = new FailedJobs(job(), 1, NOW).of(fetched);

        assertThat(failed.state()).isEqualTo(state);
        assertThat(failed.log() != null).isEqualTo(state.hasLines());
        assertThat(failed.because() != null).isEqualTo(!state.hasLines());
        assertThat(failed.again() != null).isEqualTo(state.isWaiting());
    }

    @Test
    void logThatNeverCame_isUnreachableInTheEnd() {
        FailedJob failed = new FailedJobs(job(), 8, NOW).of(new Fetched.Unreachable("GitHub answered 502"));

        assertThat(failed.state()).isEqualTo(LogState.UNREACHABLE);
        assertThat(failed.because()).contains("8 tries").contains("502");
    }

    @Test
    void logThatFits_isSentAsItIs() throws IOException {
        FailedJob failed = new FailedJobs(job(), 1, NOW).of(tail("boom\n", LogLimits.DEFAULT));

        assertThat(Fitted.bytes(failed)).isEqualTo(Wire.write(failed));
    }

    @Test
    void logThatDoesNotCompress_isCutUntilItFitsAndSaysSo() throws IOException {
        byte[] noise = new byte[1_800_000];
        new Random(1).nextBytes(noise);
        String text =
                String.join("\n", Base64.getMimeEncoder().encodeToString(noise).split("\r\n"));
        FailedJob failed = new FailedJobs(job(), 1, NOW).of(new Fetched.Tail(largeImage(text)));
        assertThat(RecordSize.fits(Wire.write(failed))).isFalse();

        byte[] bytes = Fitted.bytes(failed);

        assertThat(RecordSize.fits(bytes)).isTrue();
        FailedJob fitted = Wire.read(bytes, FailedJob.class);
        assertThat(fitted.state()).isEqualTo(LogState.CUT);
        assertThat(fitted.log().gaps()).isNotEmpty();
        assertThat(fitted.log().text()).isNotEmpty();
    }

    /** As stored: the cleaner itself never keeps so much. */
    private static LogImage largeImage(String text) {
        int lines = text.split("\n").length;
        return new LogImage(LogKind.TEXT, text, new int[] {0, 1}, List.of(), List.of(), text.length(), lines, 0, 1);
    }

    private static LogLimits small(long raw) {
        return new LogLimits(500, 500, 500, 200, raw);
    }

    private static Fetched tail(String text, LogLimits limits) throws IOException {
        return new Fetched.Tail(LogLines.of(new ByteArrayInputStream(Samples.utf8(text)), limits)
                .image());
    }

    static FinishedJob job() {
        return new FinishedJob(
                "acme",
                "github",
                "github.com",
                new FinishedJob.Repository("17", "acme/shop", true),
                new FinishedJob.Run("77", null, 1, "CI", null, null),
                new FinishedJob.Job("9001", "build", 1, null),
                "main",
                "3484a3f",
                null,
                JobOutcome.FAILED,
                "failure",
                null,
                null,
                false,
                List.of(),
                null,
                null,
                NOW.minusSeconds(30),
                null,
                null,
                null,
                null);
    }
}
