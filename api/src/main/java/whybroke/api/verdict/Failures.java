package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import whybroke.api.trend.CountChanges;
import whybroke.api.work.Tx;
import whybroke.ingest.LogState;

/** The table of failures. */
@ApplicationScoped
class Failures {
    Optional<StoredFailure> find(Tx tx, UUID id) throws SQLException {
        return tx.find(SELECT + " where id = ?", Failures::read, id);
    }

    /** Locked in the order of their ids until the transaction ends, so that two writers never wait for each other. */
    Map<UUID, StoredFailure> lock(Tx tx, Collection<UUID> ids) throws SQLException {
        Map<UUID, StoredFailure> locked = new LinkedHashMap<>();
        tx.list(SELECT + " where id = any(?::uuid[]) order by id for update", Failures::read, ids)
                .forEach(failure -> locked.put(failure.id(), failure));
        return locked;
    }

    void open(Tx tx, StoredFailure failure, CountChanges counts) throws SQLException {
        tx.update(
                "insert into failure (id, repository_id, job_key, finished, may_fail, log_state)"
                        + " values (?, ?, ?, ?, ?, ?)",
                failure.id(),
                failure.repositoryId(),
                failure.jobKey(),
                failure.finished(),
                failure.mayFail(),
                failure.log().state().word());
        counts.failure(failure.counted(), 1);
    }

    /** Writes what others look at when they ask for a mass outage, before it is known what history says here. */
    void announce(Tx tx, StoredFailure failure, String fingerprint, String byRule) throws SQLException {
        if (!byRule.equals(failure.byRule())
                || !Objects.equals(fingerprint, failure.current().fingerprint())) {
            tx.update(
                    "update failure set fingerprint = ?, by_rule = ?, repository_id = ?, finished = ? where id = ?",
                    fingerprint,
                    byRule,
                    failure.repositoryId(),
                    failure.finished(),
                    failure.id());
        }
    }

    /** Writes the row if it differs, and counts the difference. */
    void save(Tx tx, StoredFailure before, StoredFailure now, CountChanges counts) throws SQLException {
        if (now.equals(before)) {
            return;
        }
        counts.failure(before.counted(), -1);
        counts.failure(now.counted(), 1);
        LogFact log = now.log();
        Current current = now.current();
        tx.update(
                UPDATE,
                now.repositoryId(),
                now.jobKey(),
                now.finished(),
                now.mayFail(),
                log.state().word(),
                log.because(),
                log.fetch(),
                log.fetched(),
                log.logHash(),
                log.factsHash(),
                now.tailMonth(),
                current.outcome(),
                current.judge(),
                current.label(),
                current.blame(),
                current.rule(),
                current.ruleVersion(),
                current.tier(),
                current.confidence(),
                current.rawLine(),
                current.evidence(),
                current.fingerprint(),
                current.cause(),
                current.verdict(),
                current.judged(),
                now.byRule(),
                now.unchangedPass(),
                now.id());
    }

    private static final String SELECT = "select * from failure";
    private static final String UPDATE =
            "update failure set repository_id = ?, job_key = ?, finished = ?, may_fail = ?,"
                    + " log_state = ?, log_because = ?, fetches = ?, fetched = ?, log_hash = ?, facts_hash = ?, tail_month = ?,"
                    + " outcome = ?, judge = ?, label = ?, blame = ?, rule = ?, rule_version = ?, tier = ?, confidence = ?,"
                    + " raw_line = ?, evidence = ?, fingerprint = ?, cause_id = ?, verdict_id = ?, judged = ?, by_rule = ?,"
                    + " unchanged_pass = ?, version = version + 1 where id = ?";

    private static StoredFailure read(ResultSet row) throws SQLException {
        return new StoredFailure(
                row.getObject("id", UUID.class),
                row.getLong("repository_id"),
                row.getObject("job_key", UUID.class),
                Tx.instant(row, "finished"),
                row.getBoolean("may_fail"),
                new LogFact(
                        row.getInt("fetches"),
                        LogState.of(row.getString("log_state")),
                        row.getString("log_because"),
                        Tx.instant(row, "fetched"),
                        row.getString("log_hash"),
                        row.getString("facts_hash")),
                row.getObject("tail_month", LocalDate.class),
                current(row),
                row.getString("by_rule"),
                row.getObject("unchanged_pass", UUID.class),
                row.getInt("version"));
    }

    private static Current current(ResultSet row) throws SQLException {
        return new Current(
                row.getString("outcome"),
                row.getString("judge"),
                row.getString("label"),
                row.getString("blame"),
                row.getString("rule"),
                row.getObject("rule_version", Integer.class),
                row.getString("tier"),
                row.getObject("confidence", Double.class),
                row.getObject("raw_line", Integer.class),
                row.getString("evidence"),
                row.getString("fingerprint"),
                row.getObject("cause_id", Long.class),
                row.getObject("verdict_id", Long.class),
                Tx.instant(row, "judged"));
    }
}
