package whybroke.classifier.index.follow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import whybroke.ingest.stream.Topics;

/**
 * All partitions of {@code whybroke.verdicts}, read from where the caller says: every holder of an index reads
 * everything, so there is no group and no offset in Kafka.
 */
final class VerdictTopic implements AutoCloseable {
    private static final String TOPIC = Topics.VERDICTS;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final String id;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    private VerdictTopic(String id, KafkaConsumer<String, byte[]> consumer) {
        this.id = id;
        this.consumer = consumer;
        this.partitions = consumer.partitionsFor(TOPIC, PATIENCE).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** @throws KafkaException when Kafka does not answer, or has no such topic yet */
    static VerdictTopic open(String servers) throws InterruptedException {
        String id = id(servers);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(servers), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            return new VerdictTopic(id, consumer);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static String id(String servers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                8_000))) {
            return admin.describeTopics(List.of(TOPIC))
                    .allTopicNames()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .get(TOPIC)
                    .topicId()
                    .toString();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(e);
        }
    }

    /** Without a reset: a position that is no longer there must be heard of. Fetches are small, a tail is not. */
    private static Map<String, Object> settings(String servers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "whybroke-index",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                50,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                8 * 1024 * 1024,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                200,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000);
    }

    /** Kafka's own id of the topic. */
    String id() {
        return id;
    }

    Map<Integer, Long> ends() {
        return byPartition(consumer.endOffsets(partitions, PATIENCE));
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> plain = new HashMap<>();
        offsets.forEach((partition, offset) -> plain.put(partition.partition(), offset));
        return plain;
    }

    /** A partition without an offset was added since: it is read from its start. */
    void seek(Map<Integer, Long> offsets) {
        for (TopicPartition partition : partitions) {
            Long offset = offsets.get(partition.partition());
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
    }

    /** @throws org.apache.kafka.clients.consumer.OffsetOutOfRangeException when a position is no longer there */
    ConsumerRecords<String, byte[]> poll(Duration atMost) {
        return consumer.poll(atMost);
    }

    /** Next to read, by partition. */
    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition.partition(), consumer.position(partition, PATIENCE)));
        return positions;
    }

    /** Verdicts not read yet, as far as Kafka has told. */
    long lag() {
        return partitions.stream()
                .map(consumer::currentLag)
                .mapToLong(lag -> lag.orElse(0))
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
