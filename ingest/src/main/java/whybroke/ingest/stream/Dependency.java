package whybroke.ingest.stream;

/** Something a station needs besides its record. Each is a bean; a station asks all of them before it blames a record. */
public interface Dependency {
    String name();

    /** Asks now, in well under 2 s. */
    boolean isUp();

    /** True when this exception says that the dependency, not the record, is at fault. */
    boolean isFault(Throwable thrown);
}
