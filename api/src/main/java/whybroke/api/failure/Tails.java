package whybroke.api.failure;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Wire;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogLines;

/** Stored tails, unpacked. Asks nobody's permission: its callers have. */
@ApplicationScoped
class Tails {
    /** A tail is at most 384 KiB of text; JSON may at worst write six bytes for one. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Queries queries;

    Tails(Queries queries) {
        this.queries = queries;
    }

    Optional<LogLines> find(FailureId id) {
        Sql sql = new Sql("""
                select t.image from tail t join failure f on f.id = t.failure_id and f.tail_month = t.month
                where t.failure_id = ?""", id);
        return queries.first(sql, row -> row.bytes("image")).map(Tails::unpacked);
    }

    private static LogLines unpacked(byte[] image) {
        return LogLines.of(Wire.read(Zstd.decompress(image, size(image)), LogImage.class));
    }

    private static int size(byte[] image) {
        long size = Zstd.getFrameContentSize(image);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("a stored tail says it unpacks to " + size + " bytes");
        }
        return (int) size;
    }
}
