package whybroke.api.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;

/**
 * The first administrator's token: made when there is no live one, and left in a file that only our user can read.
 * Whoever loses it revokes it in the database and starts again.
 */
@ApplicationScoped
public class FirstToken {
    public static final String FILE = "admin-token";
    private static final Logger LOG = Logger.getLogger(FirstToken.class);
    private static final long LOCK = 0x776272_746f6b31L;

    private final AccessTokens tokens;
    private final Queries queries;
    private final Path file;

    FirstToken(
            AccessTokens tokens,
            Queries queries,
            @ConfigProperty(name = "whybroke.data", defaultValue = "whybroke-data") Path data) {
        this.tokens = tokens;
        this.queries = queries;
        this.file = data.resolve(FILE).toAbsolutePath();
    }

    void make(@Observes StartupEvent start) {
        if (queries.isHere() && QuarkusTransaction.requiringNew().call(this::makeOnce)) {
            LOG.infof("The first administrator's token is in %s. Sign in with it at /sign-in.", file);
        }
    }

    /** Of several processes that start at once, one makes it; the file is written before the database knows it. */
    private boolean makeOnce() {
        queries.first(new Sql("select pg_advisory_xact_lock(?)", LOCK), row -> true);
        if (tokens.hasAdministrator()) {
            return false;
        }
        String token = Secret.fresh();
        write(token);
        tokens.insert(token, "first administrator", Set.of(Scope.ADMIN), Set.of());
        return true;
    }

    private void write(String token) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    FILE,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, token + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the first token cannot be written to " + file, e);
        }
    }

    /** The token as it lies in the file; empty when somebody took it away. For those who may read the file anyway. */
    public Optional<String> read() throws IOException {
        return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }
}
