package whybroke.api.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import whybroke.api.work.Database;
import whybroke.api.work.Task;
import whybroke.api.work.TaskKind;

/** Observations are kept for as long as somebody may still ask why, two weeks unless configured otherwise. */
@ApplicationScoped
public class ObservationRetention implements TaskKind {
    /** Few enough rows per transaction to be unnoticed by live traffic. */
    private static final int BATCH = 5_000;

    private final Database database;
    private final Duration keep;
    private final Clock clock;

    ObservationRetention(
            Database database,
            @ConfigProperty(name = "whybroke.observations.keep", defaultValue = "14d") Duration keep,
            Clock clock) {
        this.database = database;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "observation-retention";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public void run(Task task, Progress progress) throws Cancelled {
        long removed = 0;
        int batch;
        do {
            batch = database.call(tx -> tx.update(
                    "delete from observation where id in (select id from observation where at < ? limit " + BATCH + ")",
                    clock.instant().minus(keep)));
            removed += batch;
            progress.at(removed, null);
        } while (batch == BATCH);
    }
}
