package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import whybroke.api.work.Tx;

/**
 * Is this failure one of many that broke together? Then a later pass tells that the outage is over, not that a test is
 * flaky. Many are: one fingerprint in three repositories within 30 minutes of it, or ten failures without a rule in
 * five repositories within 15 minutes of it (see {@link HistoryConfig}).
 */
@ApplicationScoped
class Outage {
    private final HistoryConfig config;

    Outage(HistoryConfig config) {
        this.config = config;
    }

    /** Counts the failure itself too, as it was announced. */
    boolean isAround(Tx tx, Instant time, String fingerprint) throws SQLException {
        return (fingerprint != null && isSpread(tx, time, fingerprint)) || isUnlabelledBurst(tx, time);
    }

    private boolean isSpread(Tx tx, Instant time, String fingerprint) throws SQLException {
        return tx.one(
                "select count(distinct repository_id) >= ? from failure where fingerprint = ?"
                        + " and finished between ? and ?",
                row -> row.getBoolean(1),
                config.outageRepositories(),
                fingerprint,
                time.minus(config.outageWithin()),
                time.plus(config.outageWithin()));
    }

    private boolean isUnlabelledBurst(Tx tx, Instant time) throws SQLException {
        return tx.one(
                "select count(*) >= ? and count(distinct repository_id) >= ? from failure"
                        + " where by_rule in ('no-rule', 'ambiguous', 'no-evidence') and finished between ? and ?",
                row -> row.getBoolean(1),
                config.unlabelledFailures(),
                config.unlabelledRepositories(),
                time.minus(config.unlabelledWithin()),
                time.plus(config.unlabelledWithin()));
    }

    /**
     * Failures whose verdict by history may turn when one failure changes from {@code before} to {@code now}: a new one
     * may complete an outage, one that leaves may end it.
     */
    List<UUID> turnedBy(Tx tx, StoredFailure before, String fingerprint, boolean unlabelled) throws SQLException {
        boolean wasUnlabelled = History.isUnlabelled(before.byRule());
        String old = before.current().fingerprint();
        boolean leaves = (old != null && !old.equals(fingerprint)) || (wasUnlabelled && !unlabelled);
        boolean anyUnlabelled = wasUnlabelled || unlabelled;
        Instant time = before.finished();
        // Said once more for the index on time, which cannot be used through the "or".
        Duration farthest = config.outageWithin().compareTo(config.unlabelledWithin()) > 0
                ? config.outageWithin()
                : config.unlabelledWithin();
        return tx.list(
                "select id from failure where unchanged_pass is not null and judge is distinct from 'person'"
                        + " and id <> ? and (judge = 'history' or ?)"
                        + " and finished between ? and ?"
                        + " and (fingerprint in (?, ?) and finished between ? and ?"
                        + " or ? and finished between ? and ?)",
                row -> row.getObject(1, UUID.class),
                before.id(),
                leaves,
                time.minus(farthest),
                time.plus(farthest),
                old,
                fingerprint,
                time.minus(config.outageWithin()),
                time.plus(config.outageWithin()),
                anyUnlabelled,
                time.minus(config.unlabelledWithin()),
                time.plus(config.unlabelledWithin()));
    }
}
