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
import whybroke.ingest.Observation;

/** Sends observations from a bounded queue on a thread of its own; what does not fit is dropped and counted. */
@ApplicationScoped
public class KafkaObservations implements Observations {
    private static final int WAITING = 10_000;
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
        Long millis = took == null ? null : took.toMillis();
        if (!waiting.offer(new Observation(UUID.randomUUID(), connection, kind, detail, millis, clock.instant()))) {
            meters.counter("whybroke.observations.dropped").increment();
        }
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
