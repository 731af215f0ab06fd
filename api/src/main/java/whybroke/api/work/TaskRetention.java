package whybroke.api.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Tasks that were done are kept for a week: as long as Kafka keeps the records that planned them, one that comes by
 * again must find that its task was done.
 */
@ApplicationScoped
public class TaskRetention implements TaskKind {
    private static final Duration KEEP = Duration.ofDays(8);
    private final Database database;
    private final Clock clock;

    TaskRetention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "task-retention";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(6));
    }

    @Override
    public void run(Task task, Progress progress) {
        database.change(tx -> tx.update(
                "delete from task where state = 'done' and due < ?",
                clock.instant().minus(KEEP)));
    }
}
