package whybroke.api.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import whybroke.ingest.stream.RecordSize;
import whybroke.ingest.stream.Wire;

/** What a transaction wants Kafka to hear once it has committed. */
@ApplicationScoped
public class Outbox {
    /** @param value written by {@link Wire}; null removes the key from a compacted topic */
    public void put(Tx tx, String topic, String key, Object value) throws SQLException {
        byte[] payload = value == null ? null : Wire.write(value);
        if (payload != null && !RecordSize.fits(payload)) {
            throw new IllegalArgumentException(topic + " " + key + " is too big for Kafka, and would stop the outbox");
        }
        tx.update("insert into outbox (topic, key, payload) values (?, ?, ?)", topic, key, payload);
    }
}
