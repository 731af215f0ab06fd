package whybroke.api.work;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/** What a throwable from a transaction means, looked up in its causes and in what they suppressed. */
final class SqlFault {
    /** Deep enough for JTA around Agroal around the driver; a cycle ends it too. */
    private static final int MOST = 50;

    private SqlFault() {}

    /** Deadlock or serialization failure: the same work again may well succeed. */
    static boolean isCollision(Throwable thrown) {
        return any(thrown, t -> t instanceof SQLException e && isState(e, "40001", "40P01"));
    }

    /**
     * True when the database or the way to it is at fault: connection errors (08), shutdown and crash (57P), lack of
     * resources (53), no connection from the pool in time, or a transaction manager that could not end a transaction.
     */
    static boolean isDown(Throwable thrown) {
        return any(
                thrown,
                t -> t instanceof SQLTimeoutException
                        || t instanceof jakarta.transaction.SystemException
                        || (t instanceof SQLException e && (isState(e, "08", "57P", "53") || isPool(e)))
                        || (t instanceof RollbackException e && e.getCause() == null));
    }

    private static boolean isState(SQLException e, String... prefixes) {
        for (String prefix : prefixes) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Agroal gives no SQLState. */
    private static boolean isPool(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return e.getSQLState() == null
                && (message.contains("Acquisition timeout")
                        || message.contains("pool is closed")
                        || message.contains("Connection is closed")
                        || message.contains("Unable to acquire"));
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> test) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        while (!open.isEmpty() && seen.size() < MOST) {
            Throwable t = open.poll();
            if (!seen.add(t)) {
                continue;
            }
            if (test.test(t)) {
                return true;
            }
            if (t.getCause() != null) {
                open.add(t.getCause());
            }
            open.addAll(java.util.List.of(t.getSuppressed()));
        }
        return false;
    }
}
