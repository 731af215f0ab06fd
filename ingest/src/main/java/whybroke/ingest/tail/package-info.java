/**
 * From a failed job to its log tail.
 *
 * <p>{@link whybroke.ingest.tail.FetchTail} is the station: it asks the provider, in turn, through
 * {@link whybroke.ingest.tail.Turns}, so that a slow CI system holds up only itself, and makes one
 * {@link whybroke.ingest.FailedJob} of every answer. What is not there yet comes back when
 * {@link whybroke.ingest.tail.Schedule} says, as a record of {@code whybroke.fetches}; nothing waits here.
 */
package whybroke.ingest.tail;
