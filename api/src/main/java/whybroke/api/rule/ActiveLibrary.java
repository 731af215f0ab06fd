package whybroke.api.rule;

import com.github.luben.zstd.Zstd;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.rules.RuleId;
import whybroke.rules.library.Rule;
import whybroke.rules.library.RuleLibrary;

/** The library that is judging now, as published; the shipped one until the first publication. */
@ApplicationScoped
public class ActiveLibrary {
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private record Known(String hash, RuleLibrary library) {}

    private final Queries queries;
    private volatile Known known = new Known(null, null);

    ActiveLibrary(Queries queries) {
        this.queries = queries;
    }

    public RuleLibrary library() {
        Optional<String> active = hash("active");
        Known now = known;
        if (now.library() == null || !active.equals(Optional.ofNullable(now.hash()))) {
            now = active.map(this::stored).orElseGet(() -> new Known(null, RuleLibrary.shipped()));
            known = now;
        }
        return now.library();
    }

    /** @param name {@code active} or {@code shadow} */
    Optional<String> hash(String name) {
        return queries.first(new Sql("select hash from library_pointer where name = ?", name), row -> row.text("hash"));
    }

    private Known stored(String hash) {
        byte[] bundle = queries.first(
                        new Sql("select bundle from library where hash = ?", hash), row -> row.bytes("bundle"))
                .orElseThrow();
        long size = Zstd.getFrameContentSize(bundle);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("library " + hash + " says it unpacks to " + size + " bytes");
        }
        String text = new String(Zstd.decompress(bundle, (int) size), StandardCharsets.UTF_8);
        return new Known(hash, RuleLibrary.parse(text));
    }

    /** @param path {@code maven/artifact-not-found}, null gives nothing */
    public Optional<Rule> rule(String path) {
        return path == null ? Optional.empty() : library().rule(new RuleId(path));
    }
}
