package whybroke.ingest.stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one producer: idempotent, acknowledged by all, zstd. Made at the first record, so that the process starts without
 * Kafka. Its own limit is on plain bytes and therefore wide; ours is on compressed ones, {@link RecordSize#MOST}.
 */
@ApplicationScoped
public class KafkaOutgoing implements Outgoing {
    private static final int PLAIN_BYTES = 40 * 1024 * 1024;
    private final ReentrantLock making = new ReentrantLock();
    private final String servers;
    private volatile KafkaProducer<String, byte[]> producer;

    @Inject
    public KafkaOutgoing(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String servers) {
        this.servers = servers;
    }

    @Override
    public CompletableFuture<Void> send(String topic, String key, byte[] value) {
        return send(new ProducerRecord<>(topic, key, value));
    }

    @Override
    public void sendAndWait(String topic, String key, byte[] value, Duration atMost) {
        sendAndWait(new ProducerRecord<>(topic, key, value), atMost);
    }

    /** A null value is a tombstone. */
    CompletableFuture<Void> send(ProducerRecord<String, byte[]> producerRecord) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            if (producerRecord.value() != null) {
                RecordSize.require(producerRecord.topic(), producerRecord.value());
            }
            var _ = producer().send(producerRecord, (metadata, fault) -> {
                if (fault == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(KafkaFault.of(fault));
                }
            });
        } catch (RuntimeException e) {
            sent.completeExceptionally(KafkaFault.of(e));
        }
        return sent;
    }

    void sendAndWait(ProducerRecord<String, byte[]> producerRecord, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        CompletableFuture<Void> sent = send(producerRecord);
        try {
            sent.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw KafkaFault.of(e.getCause() instanceof DependencyDown down ? down.getCause() : e.getCause());
        } catch (TimeoutException e) {
            throw new DependencyDown(KafkaFault.KAFKA, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyDown(KafkaFault.KAFKA, e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            making.lock();
            try {
                if (producer == null) {
                    producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
                }
            } finally {
                making.unlock();
            }
        }
        return producer;
    }

    /** Arithmetic: 20 s to deliver are 4 tries of 4 s; 96 MiB hold two of the largest records and thousands of others. */
    private Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "whybroke"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
                Map.entry(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, RecordSize.LEVEL),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 5),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, PLAIN_BYTES),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 96L * 1024 * 1024),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_500),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000),
                Map.entry(ProducerConfig.METADATA_MAX_AGE_CONFIG, 30_000));
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
