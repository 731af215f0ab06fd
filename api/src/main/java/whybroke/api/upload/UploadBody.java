package whybroke.api.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import whybroke.api.problem.ProblemException;
import whybroke.api.problem.ProblemKind;
import whybroke.rules.log.LogLimits;
import whybroke.rules.log.LogLines;

/** A request's body as a log: never whole in memory, bounded as sent and as unpacked. */
final class UploadBody {
    /** Bytes of a body as sent. What unpacks to more is read up to here and kept as a log that is too large. */
    static final long MOST = 256L * 1024 * 1024;

    private static final LogLimits LIMITS = new LogLimits(
            LogLimits.DEFAULT.head(),
            LogLimits.DEFAULT.tail(),
            LogLimits.DEFAULT.windows(),
            LogLimits.DEFAULT.line(),
            MOST);

    private UploadBody() {}

    /** @param encoding of the header {@code Content-Encoding}, null for none */
    static LogLines read(InputStream body, String encoding) {
        try (InputStream plain = plain(new Bounded(body), encoding)) {
            return LogLines.of(plain, LIMITS);
        } catch (IOException e) {
            throw new ProblemException(ProblemKind.INVALID, "The body ended early or is not what its encoding says.");
        }
    }

    private static InputStream plain(InputStream body, String encoding) throws IOException {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return new GZIPInputStream(body);
        }
        throw new ProblemException(ProblemKind.MEDIA_TYPE, "Content-Encoding may be gzip or nothing.");
    }

    private static final class Bounded extends FilterInputStream {
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > MOST) {
                throw new ProblemException(ProblemKind.TOO_LARGE, "A log may be sent with at most 256 MiB.");
            }
        }
    }
}
