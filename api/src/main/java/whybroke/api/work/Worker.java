package whybroke.api.work;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import whybroke.ingest.stream.Dependency;
import whybroke.ingest.stream.DependencyDown;

/** Takes due tasks one by one, as any number of others in other processes do. */
@ApplicationScoped
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** The key of a task that returns by itself. */
    private static final String RETURNING = "returning";

    private final String name = "worker-" + UUID.randomUUID();
    private final Database database;
    private final Tasks tasks;
    private final Map<String, TaskKind> kinds;
    private final List<Dependency> dependencies;
    private final WorkConfig config;
    private final Clock clock;

    Worker(
            Database database,
            Tasks tasks,
            @All List<TaskKind> kinds,
            @All List<Dependency> dependencies,
            WorkConfig config,
            Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.kinds = kinds.stream().collect(Collectors.toMap(TaskKind::kind, Function.identity()));
        this.dependencies = dependencies;
        this.config = config;
        this.clock = clock;
    }

    /** Plans work that returns by itself, the first run at once. */
    boolean planReturning() {
        database.change(tx -> {
            for (TaskKind kind : kinds.values()) {
                if (kind.every().isPresent()) {
                    tx.update(
                            "insert into task (kind, key, payload, due) values (?, ?, '{}', ?) on conflict do nothing",
                            kind.kind(),
                            RETURNING,
                            clock.instant());
                }
            }
        });
        return false;
    }

    /** @return true when there was a task */
    boolean workOff() {
        Optional<Task> task = database.call(tx -> {
            Instant now = clock.instant();
            return tasks.lease(tx, kinds.keySet(), name, now, now.plus(config.lease()));
        });
        task.ifPresent(this::run);
        return task.isPresent();
    }

    private void run(Task task) {
        TaskKind kind = kinds.get(task.kind());
        try (Lease lease = new Lease(database, tasks, task, name, clock, config.lease())) {
            kind.run(task, lease);
            database.change(tx -> done(tx, task, kind));
        } catch (TaskKind.Cancelled e) {
            database.change(tx -> tasks.end(tx, task, name, "cancelled", null));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.warnf("task %s %s, attempt %d: %s", task.kind(), task.key(), task.attempt(), e);
            database.change(tx -> failed(tx, task, e));
        }
    }

    private void done(Tx tx, Task task, TaskKind kind) throws SQLException {
        Optional<Duration> every = kind.every().filter(pause -> task.key().equals(RETURNING));
        if (every.isPresent()) {
            tasks.again(tx, task, name, clock.instant().plus(every.get()), 0, null);
        } else {
            tasks.end(tx, task, name, "done", null);
        }
    }

    /** An attempt with a dependency down does not count against the task. */
    private void failed(Tx tx, Task task, Exception e) throws SQLException {
        boolean blameless = isFaultOfAnother(e);
        if (!blameless && task.attempt() >= config.attempts()) {
            tasks.end(tx, task, name, "failed", Text.most(Text.NAME, e.toString()));
        } else {
            int attempts = blameless ? task.attempt() - 1 : task.attempt();
            tasks.again(
                    tx, task, name, clock.instant().plus(pause(task)), attempts, Text.most(Text.NAME, e.toString()));
        }
    }

    private boolean isFaultOfAnother(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof DependencyDown) {
                return true;
            }
        }
        return dependencies.stream().anyMatch(dependency -> dependency.isFault(thrown) || !dependency.isUp());
    }

    private static Duration pause(Task task) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(20, task.attempt() - 1));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
