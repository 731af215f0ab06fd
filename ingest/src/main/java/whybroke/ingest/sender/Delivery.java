package whybroke.ingest.sender;

import java.time.Instant;
import whybroke.ingest.Connection;

/**
 * What came over HTTP, before we know from whom.
 *
 * @param connection it was addressed to
 * @param headers as sent
 * @param body raw bytes, what the signature is over
 * @param received when
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and bytes are bytes
public record Delivery(Connection connection, Headers headers, byte[] body, Instant received) {
    /** Without body and headers, which must not reach a log line. */
    @Override
    public String toString() {
        return "delivery to " + connection.id() + " of " + body.length + " bytes";
    }
}
