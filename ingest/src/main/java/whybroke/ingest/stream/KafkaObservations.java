package whybroke.ingest.stream;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import whybroke.ingest.Observation;

/**
 * Sends observations from a bounded queue on a thread of its own; what does not fit is dropped and counted. Anybody can
 * cause a rejection, so only some of them a second are kept; the meter counts all.
 */
@ApplicationScoped
public class KafkaObservations implements Observations {
    private static final int WAITING = 10_000;
    private static final int REJECTIONS_A_SECOND = 20;
    private final AtomicLong rejections = new AtomicLong();
    private final BlockingQueue<Observation> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Outgoing outgoing;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Thread sender;

    @Inject
    public KafkaObservations(Outgoing outgoing, MeterRegistry meters, Clock clock) {
        this.outgoing = outgoing;
        this.meters = meters;
        this.clock = clock;
        this.sender = Thread.ofVirtual().name("observations").start(this::send);
    }

    @Override
    public void saw(String connection, String kind, String detail, Duration took) {
        meters.counter("whybroke.observations", "kind", kind, "detail", detail).increment();
        if (kind.equals("rejection") && isTooMany(clock.instant().getEpochSecond())) {
            return;
        }
        Long millis = took == null ? null : took.toMillis();
        if (!waiting.offer(new Observation(UUID.randomUUID(), connection, kind, detail, millis, clock.instant()))) {
            meters.counter("whybroke.observations.dropped").increment();
        }
    }

    /** Holds the second and the count within it in one number. */
    private boolean isTooMany(long second) {
        long now = rejections.updateAndGet(before ->
                before >> 16 == second ? Math.min(before + 1, (second << 16) + REJECTIONS_A_SECOND) : second << 16);
        return (now & 0xffff) >= REJECTIONS_A_SECOND;
    }

    /** {@code send} waits for Kafka itself at most 1.5 s, on this thread, not on the path's. */
    private void send() {
        try {
            while (true) {
                Observation next = waiting.take();
                var _ = outgoing.send(Topics.OBSERVATIONS, next.id().toString(), Wire.write(next));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        sender.interrupt();
    }
}
