/**
 * From a CI system's event to a clean log tail.
 *
 * <p>In the order of the path: {@code webhook} receives a delivery and knows its sender; {@code provider} translates it
 * into a {@link whybroke.ingest.FinishedJob}; {@code tail} fetches the log of a failed one; {@code stream} is the
 * plumbing every station shares: topics, attempts, dead letters.
 */
package whybroke.ingest;
