package whybroke.api.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import whybroke.api.work.Database;
import whybroke.api.work.Locks;
import whybroke.api.work.Outbox;
import whybroke.api.work.Tx;
import whybroke.classifier.LibraryPointer;
import whybroke.classifier.PublishedLibrary;
import whybroke.ingest.stream.Topics;
import whybroke.rules.RuleId;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.library.Rule;
import whybroke.rules.library.RuleLibrary;

/** Published rule libraries, and which of them is active. Each publication is immutable. */
@ApplicationScoped
public class Libraries {
    /** Author of the libraries that came with the software. */
    public static final String SHIPPED = "shipped";

    private static final Logger LOG = Logger.getLogger(Libraries.class);
    /** Open libraries are a few MiB each; more than a handful at a time are only asked for by old verdicts. */
    private static final int MOST_OPEN = 8;

    private final Map<LibraryHash, RuleLibrary> open = new ConcurrentHashMap<>();
    private final Database database;
    private final Outbox outbox;

    Libraries(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** The rule as the library that judged has it, or, when that one is not known here, as the active one has it. */
    public Optional<Rule> rule(Tx tx, LibraryHash judged, RuleId id) throws SQLException {
        Optional<RuleLibrary> library = open(tx, judged);
        if (library.isEmpty()) {
            library = active(tx).flatMap(active -> openQuietly(tx, active.hash()));
        }
        return library.flatMap(known -> known.rule(id));
    }

    /** Stores a library, makes it active and queues both for {@code whybroke.libraries}. */
    public void publish(RuleLibrary library, String author, String reason) {
        database.change(tx -> {
            Locks.take(tx, "libraries");
            publish(tx, library, author, reason);
        });
    }

    /**
     * What a start does: the shipped library becomes active if nothing else is, or if what is active came with an older
     * or newer release; whatever is active then goes out again, in case Kafka has lost it.
     */
    public void publishAtStart(RuleLibrary shipped) {
        database.change(tx -> {
            Locks.take(tx, "libraries");
            Optional<Active> active = active(tx);
            boolean keep = active.filter(known ->
                            !known.author().equals(SHIPPED) || known.hash().equals(shipped.hash()))
                    .isPresent();
            if (keep) {
                sendAgain(tx);
            } else {
                publish(tx, shipped, SHIPPED, "came with this release");
                LOG.infof(
                        "rule library %s (%s) is active",
                        shipped.version(), shipped.hash().brief());
            }
        });
    }

    private void publish(Tx tx, RuleLibrary library, String author, String reason) throws SQLException {
        PublishedLibrary published = PublishedLibrary.of(library);
        tx.update(
                "insert into library (hash, version, bundle, author, reason) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                published.key(),
                published.version(),
                published.bundle(),
                author,
                reason);
        tx.update(
                "insert into library_pointer (name, hash, author) values (?, ?, ?) on conflict (name) do update"
                        + " set hash = excluded.hash, author = excluded.author, changed = now()",
                LibraryPointer.ACTIVE,
                published.key(),
                author);
        outbox.put(tx, Topics.LIBRARIES, published.key(), published);
        outbox.put(tx, Topics.LIBRARIES, LibraryPointer.ACTIVE, new LibraryPointer(library.hash()));
    }

    private void sendAgain(Tx tx) throws SQLException {
        for (Pointed pointed : tx.list(
                "select p.name, l.hash, l.version, l.bundle from library_pointer p join library l on l.hash = p.hash",
                row -> new Pointed(
                        row.getString("name"),
                        new PublishedLibrary(
                                new LibraryHash(row.getString("hash")),
                                row.getString("version"),
                                row.getBytes("bundle"))))) {
            outbox.put(tx, Topics.LIBRARIES, pointed.library().key(), pointed.library());
            outbox.put(
                    tx,
                    Topics.LIBRARIES,
                    pointed.name(),
                    new LibraryPointer(pointed.library().hash()));
        }
    }

    private record Pointed(String name, PublishedLibrary library) {}

    private record Active(LibraryHash hash, String author) {}

    private static Optional<Active> active(Tx tx) throws SQLException {
        return tx.find(
                "select l.hash, l.author from library_pointer p join library l on l.hash = p.hash where p.name = ?",
                row -> new Active(new LibraryHash(row.getString("hash")), row.getString("author")),
                LibraryPointer.ACTIVE);
    }

    private Optional<RuleLibrary> openQuietly(Tx tx, LibraryHash hash) {
        try {
            return open(tx, hash);
        } catch (SQLException e) {
            throw new whybroke.api.work.DatabaseException(e);
        }
    }

    private Optional<RuleLibrary> open(Tx tx, LibraryHash hash) throws SQLException {
        RuleLibrary known = open.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RuleLibrary> opened = tx.find(
                        "select version, bundle from library where hash = ?",
                        row -> new PublishedLibrary(hash, row.getString("version"), row.getBytes("bundle")),
                        hash.hex())
                .map(PublishedLibrary::open);
        if (open.size() >= MOST_OPEN) {
            open.clear();
        }
        opened.ifPresent(library -> open.put(hash, library));
        return opened;
    }
}
