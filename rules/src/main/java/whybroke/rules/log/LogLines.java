package whybroke.rules.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A log as everything else sees it: clean, cut, redacted lines with the way back to raw line numbers. Immutable. */
public final class LogLines {
    private LogLines() {}

    /**
     * Reads a raw log to its end in one pass and in bounded memory.
     *
     * @throws IOException when the stream cannot be read
     */
    public static LogLines of(InputStream raw) throws IOException {
        return of(raw, LogLimits.DEFAULT);
    }

    public static LogLines of(InputStream raw, LogLimits limits) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The same lines again from their stored form. */
    public static LogLines of(LogImage image) {
        throw new UnsupportedOperationException();
    }

    public LogImage image() {
        throw new UnsupportedOperationException();
    }

    public LogKind kind() {
        throw new UnsupportedOperationException();
    }

    /** Number of kept lines. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** The text of a kept line, {@code index} from 0. */
    public String line(int index) {
        throw new UnsupportedOperationException();
    }

    /** The 1-based number of a kept line in the raw log. */
    public int rawLine(int index) {
        throw new UnsupportedOperationException();
    }

    public List<Section> sections() {
        throw new UnsupportedOperationException();
    }

    public List<Gap> gaps() {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the kept text, 64 lower-case hex digits: the log's part of a verdict's identity. */
    public String hash() {
        throw new UnsupportedOperationException();
    }
}
