package whybroke.api.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import whybroke.api.work.StaleVersion;
import whybroke.ingest.Connection;

/**
 * The CI systems we listen to. Every change is stored and queued for {@code whybroke.connections} in one transaction.
 * What comes from the configuration can be read here and is changed there.
 */
@ApplicationScoped
public class Connections {
    /** By id. */
    public List<StoredConnection> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredConnection> find(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param who for the audit
     * @throws IllegalArgumentException with a sentence for people when a field is wrong
     * @throws IllegalStateException when the id is taken
     */
    public StoredConnection create(Connection connection, String who) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws IllegalArgumentException with a sentence for people when a field is wrong
     * @throws IllegalStateException when it comes from the configuration
     * @throws NoSuchConnection when there is none of this id
     * @throws StaleVersion when it changed since
     */
    public StoredConnection update(Connection connection, int expectedVersion, String who) {
        throw new UnsupportedOperationException();
    }

    /** Deliveries to it are refused from now on; its records stay. Throws as {@link #update} does. */
    public StoredConnection disable(String id, int expectedVersion, String who) {
        throw new UnsupportedOperationException();
    }
}
