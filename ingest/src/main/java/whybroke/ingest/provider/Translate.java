package whybroke.ingest.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Observations;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Station;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** The station after the door: {@code whybroke.webhooks} to {@code whybroke.jobs}, green jobs and red ones. */
@ApplicationScoped
public class Translate {
    private static final Logger LOG = Logger.getLogger(Translate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Station station;
    private final Connections connections;
    private final Providers providers;
    private final Outgoing outgoing;
    private final Observations observations;

    @Inject
    public Translate(
            Station station,
            Connections connections,
            Providers providers,
            Outgoing outgoing,
            Observations observations) {
        this.station = station;
        this.connections = connections;
        this.providers = providers;
        this.outgoing = outgoing;
        this.observations = observations;
    }

    @Incoming("webhooks")
    @RunOnVirtualThread
    public void receive(ConsumerRecord<String, byte[]> delivery) {
        station.handle(
                "Translate",
                delivery.topic(),
                delivery.key(),
                delivery.value(),
                () -> translate(Wire.read(delivery.value(), Webhook.class)));
    }

    void translate(Webhook webhook) {
        switch (inOurWords(webhook)) {
            case Translated.Finished(FinishedJob job) ->
                outgoing.sendAndWait(Topics.JOBS, job.id().hex(), Wire.write(job), PATIENCE);
            case Translated.NotFinished() -> seen(webhook, "not-finished");
            case Translated.NotOurs(String reason) -> seen(webhook, reason);
            case Translated.Unreadable(String reason) -> {
                LOG.warnf("%s cannot be read: %s", webhook, reason);
                seen(webhook, "unreadable");
            }
        }
    }

    private Translated inOurWords(Webhook webhook) {
        Optional<Connection> connection = connections.find(webhook.connection());
        return connection
                .flatMap(known -> providers.find(known.provider()))
                .map(provider -> provider.translate(webhook, connection.get()))
                .orElseGet(() -> new Translated.NotOurs("connection-gone"));
    }

    private void seen(Webhook webhook, String detail) {
        observations.saw(webhook.connection(), "delivery", detail);
    }
}
