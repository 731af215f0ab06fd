/**
 * Who sent this delivery: decided over the raw bytes, before anything is parsed.
 *
 * <p>A {@link whybroke.ingest.sender.Delivery} is what came over HTTP. The connection's provider says which of the two
 * signatures its senders use, {@link whybroke.ingest.sender.HubSignature} or
 * {@link whybroke.ingest.sender.StandardWebhook}; {@link whybroke.ingest.sender.Secrets} resolves the references to the
 * keys. Any of several secrets may have signed, so that one can be replaced without a gap.
 */
package whybroke.ingest.sender;
