/**
 * Getting a log over HTTP from a CI system without being led astray.
 *
 * <p>{@link whybroke.ingest.download.LogDownload} asks, follows redirects by hand, and streams what comes into the one
 * cleaner; {@link whybroke.ingest.download.AllowedHosts} says where it may go at all;
 * {@link whybroke.ingest.download.Watch} ends what drips or hangs. The answer is always a
 * {@link whybroke.ingest.download.Fetched}, never an exception.
 */
package whybroke.ingest.download;
