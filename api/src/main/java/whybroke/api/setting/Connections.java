package whybroke.api.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whybroke.api.setting.StoredConnection.Origin;
import whybroke.api.work.Database;
import whybroke.api.work.Locks;
import whybroke.api.work.Outbox;
import whybroke.api.work.StaleVersion;
import whybroke.api.work.Text;
import whybroke.api.work.Tx;
import whybroke.ingest.Connection;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/**
 * The CI systems we listen to. Every change is stored and queued for {@code whybroke.connections} in one transaction.
 * What comes from the configuration can be read here and is changed there.
 */
@ApplicationScoped
public class Connections {
    private static final String LOCK = "connections";
    private final Database database;
    private final Outbox outbox;

    Connections(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** By id. */
    public List<StoredConnection> all() {
        return database.call(Connections::all);
    }

    public Optional<StoredConnection> find(String id) {
        return database.call(tx -> find(tx, id));
    }

    /**
     * @param who for the audit
     * @throws IllegalArgumentException with a sentence for people when a field is wrong
     * @throws IllegalStateException when the id is taken
     */
    public StoredConnection create(Connection connection, String who) {
        ConnectionRules.checked(connection);
        return database.call(tx -> {
            Locks.take(tx, LOCK);
            if (find(tx, connection.id()).isPresent()) {
                throw new IllegalStateException("there is a connection '" + connection.id() + "' already");
            }
            return store(tx, connection, Origin.API, who, "connection.created");
        });
    }

    /**
     * @throws IllegalArgumentException with a sentence for people when a field is wrong
     * @throws IllegalStateException when it comes from the configuration
     * @throws NoSuchConnection when there is none of this id
     * @throws StaleVersion when it changed since
     */
    public StoredConnection update(Connection connection, int expectedVersion, String who) {
        ConnectionRules.checked(connection);
        return database.call(tx -> {
            Locks.take(tx, LOCK);
            changeable(tx, connection.id(), expectedVersion);
            return store(tx, connection, Origin.API, who, "connection.updated");
        });
    }

    /** Deliveries to it are refused from now on; its records stay. Throws as {@link #update} does. */
    public StoredConnection disable(String id, int expectedVersion, String who) {
        return database.call(tx -> {
            Locks.take(tx, LOCK);
            Connection known = changeable(tx, id, expectedVersion);
            return store(tx, disabled(known), Origin.API, who, "connection.disabled");
        });
    }

    /**
     * What a start does: the configuration's connections are stored, those taken out of it are disabled, and all go out
     * again, in case Kafka has lost them.
     */
    public void configure(Collection<Connection> configured) {
        configured.forEach(ConnectionRules::checked);
        database.change(tx -> {
            Locks.take(tx, LOCK);
            for (Connection connection : configured) {
                configure(tx, connection);
            }
            List<String> ids = configured.stream().map(Connection::id).toList();
            for (StoredConnection stored : all(tx)) {
                Connection connection = stored.connection();
                boolean gone = stored.origin() == Origin.CONFIGURATION && !ids.contains(connection.id());
                if (gone && connection.enabled()) {
                    store(tx, disabled(connection), Origin.CONFIGURATION, "configuration", "connection.disabled");
                } else {
                    outbox.put(tx, Topics.CONNECTIONS, connection.id(), connection);
                }
            }
        });
    }

    private void configure(Tx tx, Connection connection) throws SQLException {
        boolean known = find(tx, connection.id())
                .filter(stored -> stored.origin() == Origin.CONFIGURATION
                        && stored.connection().equals(connection))
                .isPresent();
        if (!known) {
            store(tx, connection, Origin.CONFIGURATION, "configuration", "connection.configured");
        }
    }

    private static Connection changeable(Tx tx, String id, int expectedVersion) throws SQLException {
        StoredConnection stored = find(tx, id).orElseThrow(() -> new NoSuchConnection(id));
        if (stored.origin() == Origin.CONFIGURATION) {
            throw new IllegalStateException("connection '" + id + "' comes from the configuration: change it there");
        }
        if (stored.version() != expectedVersion) {
            throw new StaleVersion("connection '" + id + "'", expectedVersion, stored.version());
        }
        return stored.connection();
    }

    private StoredConnection store(Tx tx, Connection connection, Origin origin, String who, String what)
            throws SQLException {
        tx.update(
                "insert into connection as c (id, settings, origin) values (?, ?::jsonb, ?) on conflict (id) do update"
                        + " set settings = excluded.settings, origin = excluded.origin, version = c.version + 1,"
                        + " changed = now()",
                connection.id(),
                Text.json(connection),
                origin.name().toLowerCase(Locale.ROOT));
        tx.update(
                "insert into audit (who, what, detail) values (?, ?, ?::jsonb)",
                who,
                what,
                Text.json(Map.of("connection", connection.id())));
        outbox.put(tx, Topics.CONNECTIONS, connection.id(), connection);
        return find(tx, connection.id()).orElseThrow();
    }

    private static Connection disabled(Connection known) {
        return new Connection(
                known.id(),
                known.provider(),
                known.host(),
                known.api(),
                known.logHosts(),
                known.webhookSecrets(),
                known.token(),
                false);
    }

    private static List<StoredConnection> all(Tx tx) throws SQLException {
        return tx.list("select * from connection order by id", Connections::read);
    }

    private static Optional<StoredConnection> find(Tx tx, String id) throws SQLException {
        return tx.find("select * from connection where id = ?", Connections::read, id);
    }

    private static StoredConnection read(ResultSet row) throws SQLException {
        return new StoredConnection(
                Wire.read(row.getString("settings").getBytes(StandardCharsets.UTF_8), Connection.class),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                Tx.instant(row, "changed"));
    }
}
