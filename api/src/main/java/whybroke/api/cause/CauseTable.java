package whybroke.api.cause;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import whybroke.api.work.Text;
import whybroke.api.work.Tx;

/** CauseTable by the fingerprints that point at them. */
@ApplicationScoped
public class CauseTable {
    /**
     * Opens the cause of a fingerprint if there is none. A cause that no person has touched yet takes its
     * title, label, captures and template from the earliest failure that showed it, whichever was recorded first.
     */
    public void see(Tx tx, Sighting seen) throws SQLException {
        Optional<Known> known = find(tx, seen);
        if (known.isPresent() && !known.get().isLaterThan(seen)) {
            return;
        }
        tx.update(
                "insert into cause as c (key, title, label, rule, repository_id, captures, template, opened, opened_by,"
                        + " opened_rank) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict (key) do update set"
                        + " title = case when c.version = 1 then excluded.title else c.title end,"
                        + " label = excluded.label, rule = excluded.rule, captures = excluded.captures,"
                        + " repository_id = excluded.repository_id, template = excluded.template,"
                        + " opened = excluded.opened, opened_by = excluded.opened_by,"
                        + " opened_rank = excluded.opened_rank where (c.opened, c.opened_by, c.opened_rank collate \"C\")"
                        + " > (excluded.opened, excluded.opened_by, excluded.opened_rank)",
                seen.fingerprint().hash(),
                seen.title(),
                seen.label(),
                seen.rule(),
                seen.repository(),
                Text.json(seen.captures()),
                seen.template(),
                seen.finished(),
                seen.failure(),
                seen.rank());
        tx.update(
                "insert into fingerprint (hash, cause_id) select key, id from cause where key = ? on conflict do nothing",
                seen.fingerprint().hash());
    }

    /** Where a fingerprint points that was recorded before. */
    public long idOf(Tx tx, String fingerprint) throws SQLException {
        return tx.one("select cause_id from fingerprint where hash = ?", row -> row.getLong(1), fingerprint);
    }

    /** What opened a cause: the earliest failure, and of what was said of that one the least. */
    private record Known(Instant opened, UUID openedBy, String rank) {
        private static final Comparator<Known> ORDER = Comparator.comparing(Known::opened)
                .thenComparing(known -> known.openedBy().toString())
                .thenComparing(Known::rank);

        boolean isLaterThan(Sighting seen) {
            return ORDER.compare(this, new Known(seen.finished(), seen.failure(), seen.rank())) > 0;
        }
    }

    private static Optional<Known> find(Tx tx, Sighting seen) throws SQLException {
        return tx.find(
                "select c.opened, c.opened_by, c.opened_rank from fingerprint f join cause c on c.key = f.hash"
                        + " where f.hash = ?",
                row -> new Known(
                        Tx.instant(row, "opened"),
                        row.getObject("opened_by", UUID.class),
                        row.getString("opened_rank")),
                seen.fingerprint().hash());
    }
}
