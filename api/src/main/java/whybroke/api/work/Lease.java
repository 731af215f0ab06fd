package whybroke.api.work;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A worker's hold on a task while it runs: renewed beside the work three times per lease. */
final class Lease implements TaskKind.Progress, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lease.class);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Database database;
    private final Tasks tasks;
    private final Task task;
    private final String worker;
    private final Clock clock;
    private final Duration length;
    private volatile boolean lost;

    Lease(Database database, Tasks tasks, Task task, String worker, Clock clock, Duration length) {
        this.database = database;
        this.tasks = tasks;
        this.task = task;
        this.worker = worker;
        this.clock = clock;
        this.length = length;
        Thread.ofVirtual().name("lease-" + task.id()).start(this::renewUntilEnded);
    }

    private void renewUntilEnded() {
        try {
            while (!ended.await(length.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            lost = lost || !isRenewed();
        } catch (RuntimeException e) {
            LOG.debugf("lease of task %d: %s", task.id(), e);
        }
    }

    private boolean isRenewed() {
        return database.call(tx -> tasks.renew(tx, task, worker, clock.instant().plus(length)));
    }

    @Override
    public void at(long done, Long total) throws TaskKind.Cancelled {
        database.change(tx -> tasks.progress(tx, task, worker, done, total));
        if (lost || !isRenewed()) {
            throw new TaskKind.Cancelled();
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
