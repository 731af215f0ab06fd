package whybroke.rules.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Logs for tests. */
final class Read {
    private Read() {}

    static LogLines log(String raw) {
        return log(raw.getBytes(StandardCharsets.UTF_8));
    }

    static LogLines log(byte[] raw) {
        return log(new ByteArrayInputStream(raw), LogLimits.DEFAULT);
    }

    static LogLines log(InputStream raw, LogLimits limits) {
        try {
            return LogLines.of(raw, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(LogLines log) {
        return IntStream.range(0, log.size()).mapToObj(log::line).toList();
    }

    static List<Integer> rawLines(LogLines log) {
        return IntStream.range(0, log.size()).map(log::rawLine).boxed().toList();
    }

    static List<String> linesOf(String raw) {
        return lines(log(raw));
    }

    /** A stream that makes its bytes up as it goes and hands them out in one piece after the other. */
    static InputStream endless(byte[] piece, long total) {
        return new InputStream() {
            private long left = total;
            private int at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int count = (int) Math.min(Math.min(length, left), piece.length - at);
                System.arraycopy(piece, at, to, offset, count);
                at = (at + count) % piece.length;
                left -= count;
                return count;
            }
        };
    }
}
