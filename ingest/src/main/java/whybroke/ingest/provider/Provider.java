package whybroke.ingest.provider;

import java.util.List;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Webhook;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.sender.Delivery;
import whybroke.ingest.sender.Sender;

/** One CI system: everything that is different about it. */
public sealed interface Provider permits GitHubActions, GenericJson {
    /** As in a connection's settings and in every identity. */
    String name();

    /** Whether one of these secrets signed the delivery. */
    Sender check(Delivery delivery, List<String> secrets);

    /** What a repeated delivery has in common with the first; empty when its senders give nothing. */
    List<String> deliveryKeys(Delivery delivery);

    /** Looks at a delivery of a known sender just closely enough to know whether to keep it. */
    Arrival arrive(Delivery delivery);

    /** Makes a finished job of an event. Never throws because of what the event says. */
    Translated translate(Webhook webhook, Connection connection);

    /** Asks for the log of a failed job. Never throws because of what the other side answers. */
    Fetched fetchLog(FinishedJob job, Connection connection);
}
