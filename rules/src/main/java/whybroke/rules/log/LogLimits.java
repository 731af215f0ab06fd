package whybroke.rules.log;

/**
 * How much of a log is kept. The text kept is at most {@code head + windows + tail} bytes of UTF-8; a log that fits in
 * that is kept whole.
 *
 * @param head bytes kept from the start (set-up, versions)
 * @param tail bytes kept from the end; a last line that is longer is not kept, so make it larger than {@code line}
 * @param windows bytes kept around lines that look like errors in between
 * @param line bytes of one logical line; what is over is cut out before its last quarter, and the line says so; at
 *     least {@value #SHORTEST_LINE}
 * @param raw bytes read from the stream before giving up; beyond it the log is {@link LogKind#TOO_LARGE}
 */
public record LogLimits(int head, int tail, int windows, int line, long raw) {
    static final int SHORTEST_LINE = 128;

    public static final LogLimits DEFAULT =
            new LogLimits(64 * 1024, 192 * 1024, 128 * 1024, 4 * 1024, 1024L * 1024 * 1024);

    public LogLimits {
        if (head < 0 || tail < 0 || windows < 0 || raw < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
        if (line < SHORTEST_LINE) {
            throw new IllegalArgumentException("a line needs at least " + SHORTEST_LINE + " bytes, not " + line);
        }
    }

    /** These limits for at most so many bytes of text, shared out in the same way. */
    LogLimits within(int bytes) {
        long all = (long) head + tail + windows;
        int headThen = (int) (bytes * (long) head / Math.max(1, all));
        int windowsThen = (int) (bytes * (long) windows / Math.max(1, all));
        return new LogLimits(headThen, bytes - headThen - windowsThen, windowsThen, line, raw);
    }
}
