package whybroke.api.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import whybroke.ingest.stream.Dependency;

/** PostgreSQL as a station's dependency; always well in roles that do not use it. */
@ApplicationScoped
public class PostgresDependency implements Dependency {
    private static final long PATIENCE_MILLIS = 1_500;
    private final Database database;

    PostgresDependency(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    /** Asks on a thread of its own: the pool's and the driver's own patience is longer than ours. */
    @Override
    public boolean isUp() {
        if (!database.isConfigured()) {
            return true;
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().name("postgresql-check").start(() -> answer.complete(answers()));
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            asking.interrupt();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers() {
        try (Connection connection = database.plainConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            return statement.execute("select 1");
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean isFault(Throwable thrown) {
        return SqlFault.isDown(thrown);
    }
}
