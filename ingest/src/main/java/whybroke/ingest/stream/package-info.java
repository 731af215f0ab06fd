/**
 * The plumbing that every station shares.
 *
 * <p>{@link whybroke.ingest.stream.Topics} names the streams, {@link whybroke.ingest.stream.TopicMaker} makes them, and
 * {@link whybroke.ingest.stream.Wire} is how our records lie on them. A record goes out through
 * {@link whybroke.ingest.stream.Outgoing} and is worked on inside {@link whybroke.ingest.stream.Station}, which asks
 * every {@link whybroke.ingest.stream.Dependency} before it blames a record and makes it a
 * {@link whybroke.ingest.stream.DeadLetter}.
 *
 * <p>What every process must know without a database comes on compacted topics, held in memory by
 * {@link whybroke.ingest.stream.CompactedTopic}: the {@link whybroke.ingest.stream.Connections} here, the rule libraries
 * in the classifier. What people should see goes out as {@link whybroke.ingest.stream.Observations}.
 */
package whybroke.ingest.stream;
