package whybroke.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import whybroke.api.work.Text;
import whybroke.api.work.Tx;
import whybroke.ingest.FinishedJob;

/** Repositories by the provider's id; their name is the one of the job that ended last. */
@ApplicationScoped
public class Repositories {
    long idOf(Tx tx, FinishedJob job) throws SQLException {
        Optional<Long> known = find(tx, job);
        if (known.isPresent()) {
            return known.get();
        }
        tx.update(
                "insert into repository (provider, host, provider_id, name, named_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                job.provider(),
                job.host(),
                providerId(job),
                name(job),
                Rank.finished(job));
        return find(tx, job).orElseThrow(() -> new SQLException("repository of " + job.ref() + " vanished"));
    }

    /** Called last in a transaction: every job of the repository wants this row. */
    public void name(Tx tx, long id, FinishedJob job) throws SQLException {
        Instant at = Rank.finished(job);
        String name = name(job);
        tx.update(
                "update repository set name = ?, named_at = ? where id = ?"
                        + " and (named_at < ? or named_at = ? and name collate \"C\" < ?)",
                name,
                at,
                id,
                at,
                at,
                name);
    }

    private static Optional<Long> find(Tx tx, FinishedJob job) throws SQLException {
        return tx.find(
                "select id from repository where provider = ? and host = ? and provider_id = ?",
                row -> row.getLong(1),
                job.provider(),
                job.host(),
                providerId(job));
    }

    private static String providerId(FinishedJob job) {
        String id = job.repository().id();
        return Text.most(Text.NAME, id == null ? job.repository().name() : id);
    }

    private static String name(FinishedJob job) {
        String name = job.repository().name();
        return Text.most(Text.NAME, name == null ? job.repository().id() : name);
    }
}
