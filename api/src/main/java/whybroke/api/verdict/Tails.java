package whybroke.api.verdict;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import whybroke.api.job.Ids;
import whybroke.api.work.Database;
import whybroke.api.work.Tx;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Wire;
import whybroke.rules.log.LogImage;

/** Tails, compressed, in the partition of the month in which the first fetch that brought one was recorded. */
@ApplicationScoped
public class Tails {
    /** Far above what one record can carry: a stored tail that claims more is damaged. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int LEVEL = 3;
    private final Database database;
    private final Clock clock;

    Tails(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The tail of a failure as it was judged, empty when there is none or it is past its retention. */
    public Optional<LogImage> find(FailureId failure) {
        return database.call(tx -> tx.find(
                "select t.image from failure f join tail t on t.failure_id = f.id and t.month = f.tail_month"
                        + " where f.id = ?",
                row -> image(row.getBytes(1)),
                Ids.of(failure)));
    }

    public static LogImage image(byte[] compressed) {
        long size = Zstd.getFrameContentSize(compressed);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("a stored tail claims " + size + " bytes");
        }
        return Wire.read(Zstd.decompress(compressed, (int) size), LogImage.class);
    }

    /**
     * Stores a fetch's tail, unless a later fetch's is there.
     *
     * @param month where this failure's tail lies, null when it has none yet
     * @return where it lies now
     */
    LocalDate offer(Tx tx, UUID failure, LocalDate month, LogFact log, LogImage image) throws SQLException {
        byte[] compressed = Zstd.compress(Wire.write(image), LEVEL);
        if (month == null) {
            LocalDate now =
                    clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
            tx.update(
                    "insert into tail (failure_id, month, log_hash, fetches, fetched, image) values (?, ?, ?, ?, ?, ?)",
                    failure,
                    now,
                    log.logHash(),
                    log.fetch(),
                    log.fetched(),
                    compressed);
            return now;
        }
        replace(tx, failure, month, log, compressed);
        return month;
    }

    private static void replace(Tx tx, UUID failure, LocalDate month, LogFact log, byte[] compressed)
            throws SQLException {
        Instant fetched = log.fetched();
        tx.update(
                "update tail set log_hash = ?, fetches = ?, fetched = ?, image = ? where failure_id = ? and month = ?"
                        + " and (fetches, fetched, log_hash collate \"C\") < (?, ?, ?)",
                log.logHash(),
                log.fetch(),
                fetched,
                compressed,
                failure,
                month,
                log.fetch(),
                fetched,
                log.logHash());
    }
}
