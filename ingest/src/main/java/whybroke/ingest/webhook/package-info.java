/**
 * The door: {@code POST /webhooks/{connection}}.
 *
 * <p>{@link whybroke.ingest.webhook.WebhookResource} reads the raw body within a bound, has the connection's provider
 * check the sender, leaves out what nobody wants and what came before, and hands the rest to
 * {@link whybroke.ingest.webhook.Intake}: to Kafka, within 2 s, or else to the {@link whybroke.ingest.webhook.Spool} on
 * this machine's disk. Only what is safe in one of the two is answered with 2xx.
 *
 * <p>What a sender hears matters: CI systems switch a webhook off, or drop events, when they are told of errors that are
 * not theirs. A signed delivery is therefore answered well whatever it says, unless it is lost.
 */
package whybroke.ingest.webhook;
