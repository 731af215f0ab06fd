package whybroke.ingest.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record that no station could do, as it lies on {@code whybroke.dead-letters}: key and value are the original's,
 * untouched so that it can be replayed; the rest stands in the Kafka record's headers.
 *
 * @param topic where it came from
 * @param key of the original
 * @param value the original's bytes; from {@code whybroke.webhooks} they are not redacted: never show them
 * @param station which could not do it
 * @param reason the exception in words, at most 1,000 characters
 * @param at when it was given up
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and bytes are bytes
public record DeadLetter(String topic, String key, byte[] value, String station, String reason, Instant at) {
    private static final int LONGEST_REASON = 1_000;

    public DeadLetter {
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    public static DeadLetter of(ConsumerRecord<String, byte[]> letter) {
        Headers headers = letter.headers();
        return new DeadLetter(
                word(headers, "topic"),
                letter.key(),
                letter.value(),
                word(headers, "station"),
                word(headers, "reason"),
                Instant.parse(word(headers, "at")));
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, key, value);
        put(letter.headers(), "topic", topic);
        put(letter.headers(), "station", station);
        put(letter.headers(), "reason", reason);
        put(letter.headers(), "at", at.toString());
        return letter;
    }

    private static void put(Headers headers, String name, String word) {
        headers.add(name, word.getBytes(StandardCharsets.UTF_8));
    }

    private static String word(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
