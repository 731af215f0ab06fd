package whybroke.rules.log;

/** What the stream turned out to be. */
public enum LogKind {
    /** Readable text, whole or cut: see {@link LogLines#gaps()}. */
    TEXT,
    /** Nothing in it, or nothing but white space. */
    EMPTY,
    /** Not text; nothing was kept. */
    BINARY,
    /** More raw bytes than {@link LogLimits#raw()}; what had been seen until then is kept. */
    TOO_LARGE
}
