package whybroke.ingest.tail;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import whybroke.ingest.Connection;
import whybroke.ingest.FailedJob;
import whybroke.ingest.Fetch;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.provider.Provider;
import whybroke.ingest.provider.Providers;
import whybroke.ingest.sender.SecretMissing;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Observations;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Station;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/**
 * The station between {@code whybroke.jobs} and {@code whybroke.failures}: gets the log of every failed job, also of one
 * that may fail, and says what came of it. Jobs that passed go by.
 */
@ApplicationScoped
public class FetchTail {
    private static final Logger LOG = Logger.getLogger(FetchTail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Station station;
    private final Connections connections;
    private final Providers providers;
    private final Outgoing outgoing;
    private final Observations observations;
    private final Clock clock;
    private final Turns turns;

    @Inject
    public FetchTail(
            Station station,
            Connections connections,
            Providers providers,
            Outgoing outgoing,
            Observations observations,
            Clock clock,
            FetchSettings settings) {
        this.station = station;
        this.connections = connections;
        this.providers = providers;
        this.outgoing = outgoing;
        this.observations = observations;
        this.clock = clock;
        this.turns = new Turns(settings.atOnce(), settings.turn());
    }

    @Incoming("jobs-fetch")
    @RunOnVirtualThread
    public void finished(ConsumerRecord<String, byte[]> job) {
        handle(job, () -> fetch(Wire.read(job.value(), FinishedJob.class), 1));
    }

    @Incoming("fetches")
    @RunOnVirtualThread
    public void due(ConsumerRecord<String, byte[]> fetch) {
        handle(fetch, () -> {
            Fetch again = Wire.read(fetch.value(), Fetch.class);
            fetch(again.job(), again.fetch());
        });
    }

    private void handle(ConsumerRecord<String, byte[]> incoming, Station.Work work) {
        station.handle("FetchTail", incoming.topic(), incoming.key(), incoming.value(), work);
    }

    void fetch(FinishedJob job, int fetch) throws InterruptedException {
        if (!job.outcome().isFailure()) {
            return;
        }
        long begun = System.nanoTime();
        FailedJob failed = failed(job, fetch);
        outgoing.sendAndWait(Topics.FAILURES, job.id().hex(), Fitted.bytes(failed), PATIENCE);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        observations.saw(job.connection(), "fetch", failed.state().word(), took);
        LOG.debugf("%s fetch=%d log=%s", job.ref(), fetch, failed.state().word());
    }

    private FailedJob failed(FinishedJob job, int fetch) throws InterruptedException {
        if (job.log() != null) {
            return new FailedJobs(job, fetch, clock.instant()).ofTail(job.log());
        }
        Fetched fetched = turns.take(job.connection(), () -> ask(job))
                .orElseGet(() -> new Fetched.NotReady(
                        "other logs of this connection are fetched first",
                        clock.instant().plusSeconds(30)));
        return new FailedJobs(job, fetch, clock.instant()).of(fetched);
    }

    private Fetched ask(FinishedJob job) {
        Optional<Connection> connection = connections.find(job.connection());
        Optional<Provider> provider = connection.flatMap(known -> providers.find(known.provider()));
        if (provider.isEmpty()) {
            return new Fetched.Denied("the connection " + job.connection() + " is gone");
        }
        try {
            return provider.get().fetchLog(job, connection.get());
        } catch (SecretMissing e) {
            LOG.errorf("connection %s: %s", job.connection(), e.getMessage());
            return new Fetched.NotReady(e.getMessage());
        }
    }
}
