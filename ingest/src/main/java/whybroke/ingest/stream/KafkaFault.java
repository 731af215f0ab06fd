package whybroke.ingest.stream;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells Kafka's faults from a record's. */
final class KafkaFault {
    static final String KAFKA = "kafka";

    private KafkaFault() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DependencyDown down && down.dependency().equals(KAFKA)) {
                return true;
            }
            if (cause instanceof KafkaException) {
                return !isOfTheRecord(cause);
            }
        }
        return false;
    }

    /** What a sender sees: the dependency is down, unless the record itself was refused. */
    static RuntimeException of(Throwable thrown) {
        if (thrown instanceof RuntimeException own && (own instanceof RecordTooBig || isOfTheRecord(own))) {
            return own;
        }
        return new DependencyDown(KAFKA, thrown);
    }

    private static boolean isOfTheRecord(Throwable thrown) {
        return thrown instanceof RecordTooLargeException
                || thrown instanceof SerializationException
                || thrown instanceof InvalidTopicException;
    }
}
