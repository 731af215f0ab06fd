package whybroke.ingest.stream;

/** A record that no topic takes: the sender of the record is at fault, not Kafka; trying again does not help. */
public class RecordTooBig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordTooBig(String topic, int bytes, int compressed) {
        super("a record for " + topic + " has " + bytes + " bytes, " + compressed + " after zstd; at most "
                + RecordSize.MOST + " are sent");
    }
}
