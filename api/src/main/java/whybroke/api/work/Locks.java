package whybroke.api.work;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Locks on names, held until the transaction ends: for what has no row yet that could be locked. */
public final class Locks {
    private Locks() {}

    /** Takes them all, in an order of their own, so that two who want the same never wait for each other. */
    public static void take(Tx tx, String... names) throws SQLException {
        List<Long> keys =
                Arrays.stream(names).map(Locks::key).distinct().sorted().toList();
        tx.list("select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k", row -> true, keys);
    }

    /** @return false when another transaction has it */
    public static boolean tryTake(Tx tx, String name) throws SQLException {
        return tx.one("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), key(name));
    }

    private static long key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
