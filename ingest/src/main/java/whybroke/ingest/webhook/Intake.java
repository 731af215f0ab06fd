package whybroke.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import whybroke.ingest.Webhook;
import whybroke.ingest.stream.DependencyDown;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.RecordSize;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** Makes a webhook safe: on Kafka within 2 s, or on this machine's disk, or not at all, and then it says so. */
@ApplicationScoped
public class Intake {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final Outgoing outgoing;
    private final SpoolDrain spool;

    @Inject
    public Intake(Outgoing outgoing, SpoolDrain spool) {
        this.outgoing = outgoing;
        this.spool = spool;
    }

    /**
     * @return {@code accepted} or {@code spooled}
     * @throws IOException when neither Kafka nor the disk took it
     * @throws whybroke.ingest.stream.RecordTooBig when no topic takes it
     */
    String keep(Webhook webhook) throws IOException {
        String key = webhook.delivery() == null ? UUID.randomUUID().toString() : webhook.delivery();
        byte[] value = Wire.write(webhook);
        RecordSize.require(Topics.WEBHOOKS, value);
        if (!spool.isKafkaAway()) {
            try {
                outgoing.sendAndWait(Topics.WEBHOOKS, key, value, PATIENCE);
                return "accepted";
            } catch (DependencyDown e) {
                // Even when it arrives after all: twice is the same as once.
            }
        }
        spool.append(key, value);
        return "spooled";
    }
}
