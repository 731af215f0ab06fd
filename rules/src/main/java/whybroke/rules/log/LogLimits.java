package whybroke.rules.log;

/**
 * How much of a log is kept. The text kept is at most {@code head + windows + tail} bytes of UTF-8.
 *
 * @param head bytes kept from the start (set-up, versions)
 * @param tail bytes kept from the end
 * @param windows bytes kept around lines that look like errors in between
 * @param line bytes of one logical line; what is over is cut, and the line says so
 * @param raw bytes read from the stream before giving up; beyond it the log is {@link LogKind#TOO_LARGE}
 */
public record LogLimits(int head, int tail, int windows, int line, long raw) {
    public static final LogLimits DEFAULT =
            new LogLimits(64 * 1024, 192 * 1024, 128 * 1024, 4 * 1024, 1024L * 1024 * 1024);
}
