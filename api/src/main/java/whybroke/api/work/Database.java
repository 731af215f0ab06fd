package whybroke.api.work;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Transactions on PostgreSQL. Nothing is opened before the first one, so that roles without a database start.
 *
 * <p>Every transaction is one of its own (never part of a caller's) and is repeated a few times when PostgreSQL chose
 * it as the victim of a deadlock or a serialization failure: the work must therefore have no other effects.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    /** Writers take their locks in one order, so that two victims in a row are already odd. */
    private static final int ATTEMPTS = 5;

    private final InjectableInstance<AgroalDataSource> source;

    Database(InjectableInstance<AgroalDataSource> source) {
        this.source = source;
    }

    /** Work inside a transaction; may run more than once. */
    public interface Work<T> {
        T in(Tx tx) throws SQLException;
    }

    /** The same without a result. */
    public interface Change {
        void in(Tx tx) throws SQLException;
    }

    public void change(Change change) {
        call(tx -> {
            change.in(tx);
            return null;
        });
    }

    public <T> T call(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !SqlFault.isCollision(e)) {
                    throw e;
                }
                LOG.debugf("two writers met, attempt %d: %s", attempt, e.getMessage());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L * attempt));
            }
        }
    }

    private <T> T once(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = source.get().getConnection()) {
                return work.in(new Tx(connection));
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        });
    }

    /** False in roles that have no database. */
    public boolean isConfigured() {
        return source.isResolvable() && source.getHandle().getBean().isActive();
    }

    /** A connection outside of any transaction, for questions about the database itself. */
    Connection plainConnection() throws SQLException {
        return source.get().getConnection();
    }
}
