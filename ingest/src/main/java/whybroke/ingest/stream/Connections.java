package whybroke.ingest.stream;

import java.util.List;
import java.util.Optional;
import whybroke.ingest.Connection;

/** The CI systems we listen to, as {@code whybroke.connections} says now. */
public interface Connections {
    /**
     * Waits until the topic has been read once.
     *
     * @throws DependencyDown when that takes longer than a few seconds
     */
    Optional<Connection> find(String id);

    List<Connection> all();
}
