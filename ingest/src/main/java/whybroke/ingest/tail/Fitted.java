package whybroke.ingest.tail;

import whybroke.ingest.FailedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.stream.RecordSize;
import whybroke.ingest.stream.Wire;
import whybroke.rules.log.LogLines;

/** A failed job as bytes that a topic takes: of a log that does not compress, more of the middle is left out. */
final class Fitted {
    private static final int LEAST = 16 * 1024;

    private Fitted() {}

    static byte[] bytes(FailedJob failed) {
        byte[] bytes = Wire.write(failed);
        if (failed.log() == null) {
            return bytes;
        }
        for (int most = failed.log().text().length() / 2; !RecordSize.fits(bytes) && most >= LEAST; most /= 2) {
            bytes = Wire.write(shorter(failed, most));
        }
        return bytes;
    }

    private static FailedJob shorter(FailedJob failed, int most) {
        LogState state = failed.state() == LogState.WHOLE ? LogState.CUT : failed.state();
        return new FailedJob(
                failed.job(),
                state,
                LogLines.of(failed.log()).cutTo(most).image(),
                failed.because(),
                failed.fetch(),
                failed.fetched(),
                failed.again());
    }
}
