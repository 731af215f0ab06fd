/**
 * The CI systems we understand, one class each.
 *
 * <p>A {@link whybroke.ingest.provider.Provider} knows its senders, says whether a delivery is wanted
 * ({@link whybroke.ingest.provider.Arrival}), turns an event into a finished job
 * ({@link whybroke.ingest.provider.Translated}) and gets a job's log. {@link whybroke.ingest.provider.Translate} is the
 * station between {@code whybroke.webhooks} and {@code whybroke.jobs}.
 *
 * <p>Events are foreign text: {@link whybroke.ingest.provider.Foreign} reads them with bounds, and a word nobody has
 * seen before never fails, it is kept as it is.
 */
package whybroke.ingest.provider;
