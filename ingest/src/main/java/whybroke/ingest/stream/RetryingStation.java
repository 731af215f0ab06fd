package whybroke.ingest.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tries where it stands, on the record's own virtual thread, so that back-pressure pauses the channel while the poll
 * thread goes on. As long as a dependency is down nothing is blamed; a record that fails twice with all of them up is a
 * dead letter.
 */
@ApplicationScoped
public class RetryingStation implements Station {
    private static final Logger LOG = Logger.getLogger(RetryingStation.class);
    /** Of the first pause: from 200 ms up to 5 s. */
    private static final int LONGEST = 25;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Dependency> dependencies;
    private final DeadLetters deadLetters;
    private final Observations observations;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Duration firstPause;

    @Inject
    RetryingStation(
            @All List<Dependency> dependencies,
            DeadLetters deadLetters,
            Observations observations,
            MeterRegistry meters,
            Clock clock) {
        this(dependencies, deadLetters, observations, meters, clock, Duration.ofMillis(200));
    }

    RetryingStation(
            List<Dependency> dependencies,
            DeadLetters deadLetters,
            Observations observations,
            MeterRegistry meters,
            Clock clock,
            Duration firstPause) {
        this.dependencies = dependencies;
        this.deadLetters = deadLetters;
        this.observations = observations;
        this.meters = meters;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    @Override
    public void handle(String station, String topic, String key, byte[] value, Work work) {
        long begun = System.nanoTime();
        Optional<Throwable> fault = tryUntilDoneOrBlamed(station, key, work);
        fault.ifPresent(thrown -> giveUp(station, topic, key, value, thrown));
        meters.timer("whybroke.station", "station", station, "outcome", fault.isPresent() ? "dead-letter" : "done")
                .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    /** The fault to blame the record for, or nothing when it is done. */
    private Optional<Throwable> tryUntilDoneOrBlamed(String station, String key, Work work) {
        Duration pause = firstPause;
        boolean failedBefore = false;
        while (true) {
            Throwable thrown = attempt(work);
            if (thrown == null) {
                return Optional.empty();
            }
            Optional<String> down = whoIsDown(thrown);
            if (down.isEmpty() && failedBefore) {
                return Optional.of(thrown);
            }
            failedBefore = down.isEmpty();
            meters.counter("whybroke.station.retries", "station", station, "because", down.orElse("record"))
                    .increment();
            LOG.debugf("%s key=%s tries again: %s", station, key, down.orElse(thrown.toString()));
            sleep(pause);
            pause = longer(pause);
        }
    }

    private static Throwable attempt(Work work) {
        try {
            work.run();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the record comes again", e);
        } catch (Exception | StackOverflowError e) {
            return e;
        }
    }

    private Optional<String> whoIsDown(Throwable thrown) {
        if (thrown instanceof DependencyDown down) {
            return Optional.of(down.dependency());
        }
        return dependencies.stream()
                .filter(dependency -> dependency.isFault(thrown) || !dependency.isUp())
                .map(Dependency::name)
                .findFirst();
    }

    private void giveUp(String station, String topic, String key, byte[] value, Throwable thrown) {
        LOG.errorf("%s gave up topic=%s key=%s: %s", station, topic, key, reason(thrown));
        DeadLetter letter = new DeadLetter(topic, key, value, station, reason(thrown), clock.instant());
        Duration pause = firstPause;
        while (true) {
            try {
                deadLetters.put(letter);
                observations.saw(null, "dead-letter", station);
                return;
            } catch (DependencyDown e) {
                sleep(pause);
                pause = longer(pause);
            }
        }
    }

    /** The kind of fault and where, not its message: that may quote a body which was never redacted. */
    private static String reason(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String message = thrown instanceof RecordTooBig ? ": " + thrown.getMessage() : "";
        return thrown.getClass().getName() + message + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        Duration longest = firstPause.multipliedBy(LONGEST);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }

    private void sleep(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopping; the record comes again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the record comes again", e);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
