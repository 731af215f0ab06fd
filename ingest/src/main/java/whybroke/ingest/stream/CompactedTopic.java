package whybroke.ingest.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * The newest value of every key of a compacted topic, in memory: read to the end once, then followed. Values must be
 * small enough to hold all of them. When Kafka goes away the last known values stay.
 */
public final class CompactedTopic<T> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CompactedTopic.class);
    private final Map<String, T> values = new ConcurrentHashMap<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final String servers;
    private final String topic;
    private final BiFunction<String, byte[], T> reader;
    private final BiConsumer<String, Optional<T>> listener;
    private final Thread follower;
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile boolean closed;

    /** @param reader makes a value of key and bytes; one that it cannot read is logged and left out */
    public CompactedTopic(String servers, String topic, BiFunction<String, byte[], T> reader) {
        this(servers, topic, reader, (key, value) -> {});
    }

    /** @param listener hears each change after it is visible here, on the reader's thread; empty: removed */
    public CompactedTopic(
            String servers,
            String topic,
            BiFunction<String, byte[], T> reader,
            BiConsumer<String, Optional<T>> listener) {
        this.servers = servers;
        this.topic = topic;
        this.reader = reader;
        this.listener = listener;
        // A platform thread: the consumer's selector would hold a virtual one's carrier.
        this.follower = Thread.ofPlatform().daemon().name("follow-" + topic).start(this::followUntilClosed);
    }

    /** True once everything that was there at the start has been read; stays true. */
    public boolean ready() {
        return read.getCount() == 0;
    }

    public boolean awaitReady(Duration atMost) throws InterruptedException {
        return read.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Optional<T> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Map<String, T> all() {
        return Map.copyOf(values);
    }

    private void followUntilClosed() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> fresh =
                    new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = fresh;
                follow(fresh);
            } catch (WakeupException e) {
                // closed
            } catch (KafkaException e) {
                LOG.debugf("%s: %s", topic, e);
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> from) {
        List<TopicPartition> partitions = from.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        from.assign(partitions);
        from.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(from.endOffsets(partitions));
        while (!closed) {
            from.poll(Duration.ofMillis(500)).forEach(this::take);
            if (!ready() && ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue())) {
                read.countDown();
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> update) {
        try {
            if (update.value() == null) {
                values.remove(update.key());
            } else {
                values.put(update.key(), reader.apply(update.key(), update.value()));
            }
            listener.accept(update.key(), find(update.key()));
        } catch (RuntimeException e) {
            LOG.errorf("%s key=%s cannot be read and is left out: %s", topic, update.key(), e);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "whybroke-" + topic,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000);
    }

    private void pause() {
        try {
            if (closing.await(500, TimeUnit.MILLISECONDS)) {
                LOG.tracef("%s closed", topic);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        closing.countDown();
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            follower.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
