package whybroke.ingest.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import whybroke.ingest.stream.DependencyDown;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.RecordTooBig;
import whybroke.ingest.stream.Topics;

/** The spool of a process that receives, and the thread that empties it into Kafka as soon as Kafka answers again. */
@ApplicationScoped
public class SpoolDrain {
    private static final Logger LOG = Logger.getLogger(SpoolDrain.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Semaphore work = new Semaphore(0);
    private final Outgoing outgoing;
    private final MeterRegistry meters;
    private final SpoolSettings settings;
    private final Path folder;
    private final boolean receives;
    private volatile Spool spool;
    private volatile boolean kafkaAway;
    private Thread drain;

    @Inject
    public SpoolDrain(
            Outgoing outgoing,
            MeterRegistry meters,
            SpoolSettings settings,
            @ConfigProperty(name = "whybroke.data", defaultValue = "whybroke-data") Path data,
            @ConfigProperty(name = "whybroke.roles", defaultValue = "receive,fetch,classify,work,serve")
                    List<String> roles) {
        this.outgoing = outgoing;
        this.meters = meters;
        this.settings = settings;
        this.folder = data.resolve("spool");
        this.receives = roles.contains("receive");
    }

    /** Other roles may share the folder with the process that receives: it is not theirs to send. */
    void start(@Observes StartupEvent event) throws IOException {
        if (receives) {
            spool = Spool.open(folder, settings.maxBytes(), settings.segmentBytes());
            meters.gauge("whybroke.spool.bytes", spool, Spool::bytes);
            drain = Thread.ofVirtual().name("spool").start(this::drainUntilStopped);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException, IOException {
        if (receives) {
            drain.interrupt();
            drain.join(Duration.ofSeconds(2));
            spool.close();
        }
    }

    /** While the drain waits for Kafka, nobody else needs to find out anew, 2 s at a time. */
    boolean isKafkaAway() {
        return kafkaAway;
    }

    void append(String key, byte[] value) throws IOException {
        if (spool == null) {
            throw new IOException("this process does not hold the role receive, so it has no spool");
        }
        spool.append(new SpoolEntry(key, value));
        work.release();
    }

    private void drainUntilStopped() {
        try {
            while (true) {
                drain();
                boolean more = work.tryAcquire(1, TimeUnit.SECONDS);
                LOG.tracef("more=%s", more);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(SpoolEntry entry) {
        try {
            outgoing.sendAndWait(Topics.WEBHOOKS, entry.key(), entry.value(), PATIENCE);
        } catch (RecordTooBig e) {
            LOG.errorf("spooled delivery %s is left out: %s", entry.key(), e.getMessage());
        }
    }

    private void drain() throws InterruptedException {
        try {
            for (Optional<SpoolEntry> entry = spool.oldest(); entry.isPresent(); entry = spool.oldest()) {
                send(entry.get());
                spool.removeOldest();
                kafkaAway = false;
            }
        } catch (DependencyDown e) {
            kafkaAway = true;
            Thread.sleep(500);
        } catch (IOException e) {
            LOG.errorf("the spool in %s cannot be read: %s", folder, e);
            Thread.sleep(5_000);
        }
    }
}
