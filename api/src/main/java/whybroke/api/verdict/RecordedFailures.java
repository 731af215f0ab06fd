package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import whybroke.api.job.Ids;
import whybroke.api.work.Database;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.StoredFailures;
import whybroke.ingest.FailureId;

/** Failures as the index wants them, from the one place where they are true. */
@ApplicationScoped
public class RecordedFailures implements StoredFailures {
    /** With tails of at most some hundred KiB, a page is some ten MiB at worst. */
    private static final int PAGE = 50;

    private final Database database;

    RecordedFailures(Database database) {
        this.database = database;
    }

    @Override
    public Optional<IndexedFailure> find(FailureId id) {
        return database.call(tx -> tx.find(SELECT + " where f.id = ?", RecordedFailures::read, Ids.of(id)));
    }

    /** Page by page, each in a transaction of its own: a scan of hours must not hold back PostgreSQL's clean-up. */
    @Override
    public void scan(Consumer<IndexedFailure> each) {
        Instant finished = Instant.EPOCH;
        UUID id = new UUID(0, 0);
        List<IndexedFailure> page;
        do {
            page = after(finished, id);
            for (IndexedFailure failure : page) {
                each.accept(failure);
                finished = failure.finished();
                id = Ids.of(failure.id());
            }
        } while (page.size() == PAGE);
    }

    private List<IndexedFailure> after(Instant finished, UUID id) {
        return database.call(tx -> tx.list(
                SELECT + " where (f.finished, f.id) > (?, ?) order by f.finished, f.id limit " + PAGE,
                RecordedFailures::read,
                finished,
                id));
    }

    @Override
    public long count() {
        return database.call(tx -> tx.one("select count(*) from failure", row -> row.getLong(1)));
    }

    private static final String SELECT = "select f.id, f.fetches, r.provider, r.name as repository, j.pipeline,"
            + " j.name as job, j.branch, f.finished, f.label, f.judge, f.rule, f.fingerprint, f.evidence, t.image"
            + " from failure f join job j on j.id = f.id join repository r on r.id = f.repository_id"
            + " left join tail t on t.failure_id = f.id and t.month = f.tail_month";

    private static IndexedFailure read(ResultSet row) throws SQLException {
        byte[] image = row.getBytes("image");
        String label = row.getString("label");
        return new IndexedFailure(
                Ids.failure(row.getObject("id", UUID.class)),
                row.getInt("fetches"),
                row.getString("provider"),
                row.getString("repository"),
                row.getString("pipeline"),
                row.getString("job"),
                row.getString("branch"),
                whybroke.api.work.Tx.instant(row, "finished"),
                label,
                label == null ? null : row.getString("judge"),
                row.getString("rule"),
                row.getString("fingerprint"),
                row.getString("evidence"),
                image == null ? null : Tails.image(image).text());
    }
}
