package whybroke.ingest;

import java.time.Instant;
import whybroke.rules.log.LogImage;

/**
 * One wanted delivery whose sender is known: the record of {@code whybroke.webhooks}, the only place where bodies lie
 * unredacted. Headers are not kept, so no credential is.
 *
 * @param connection id of the connection it came through
 * @param delivery the provider's id of the delivery, at most 200 characters, null when it has none
 * @param event the provider's word for the kind of event, {@code workflow_job}
 * @param body JSON text as it came, an inline log taken out
 * @param log the inline log, clean and redacted; null when there was none
 * @param received when
 */
public record Webhook(String connection, String delivery, String event, String body, LogImage log, Instant received) {
    private static final int LONGEST_DELIVERY = 200;

    public Webhook {
        delivery = delivery == null || delivery.length() <= LONGEST_DELIVERY
                ? delivery
                : delivery.substring(0, LONGEST_DELIVERY);
    }

    /** Without the body, which must not reach a log line. */
    @Override
    public String toString() {
        return "webhook " + connection + "/" + delivery + " " + event;
    }
}
