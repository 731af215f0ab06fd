package whybroke.api.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The loops of role {@code work}: the outbox and the tasks, each on virtual threads of its own until the process ends. */
@ApplicationScoped
public class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final OutboxPublisher outbox;
    private final Worker worker;
    private final WorkConfig config;

    Background(OutboxPublisher outbox, Worker worker, WorkConfig config) {
        this.outbox = outbox;
        this.worker = worker;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        loop("outbox", config.outboxPause(), outbox::publish);
        loop("plan-tasks", Duration.ofMinutes(1), worker::planReturning);
        for (int i = 0; i < config.workers(); i++) {
            loop("worker-" + i, config.taskPause(), worker::workOff);
        }
    }

    /** @param round true when there may be more at once */
    private void loop(String name, Duration pause, BooleanSupplier round) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            boolean stopped = false;
            while (!stopped) {
                stopped = await(once(name, pause, round));
            }
        }));
    }

    private static Duration once(String name, Duration pause, BooleanSupplier round) {
        try {
            return round.getAsBoolean() ? Duration.ZERO : pause;
        } catch (RuntimeException e) {
            LOG.warnf("%s goes on in %s: %s", name, AFTER_FAULT, e);
            return AFTER_FAULT;
        }
    }

    private boolean await(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** What is under way may end; what takes longer is interrupted, and done again when its lease has run out. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        }
    }
}
