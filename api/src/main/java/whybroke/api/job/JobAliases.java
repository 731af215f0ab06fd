package whybroke.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import whybroke.api.work.Tx;

/** Renamed jobs: every old key points straight at the key of today. */
@ApplicationScoped
public class JobAliases {
    /** What a job of this key is called today. */
    public UUID today(Tx tx, UUID key) throws SQLException {
        return tx.find("select job_key from job_alias where old_key = ?", row -> row.getObject(1, UUID.class), key)
                .orElse(key);
    }

    /** Today's key and all that it was ever called. */
    public List<UUID> all(Tx tx, UUID today) throws SQLException {
        return tx.list(
                "select ?::uuid union select old_key from job_alias where job_key = ?",
                row -> row.getObject(1, UUID.class),
                today,
                today);
    }
}
