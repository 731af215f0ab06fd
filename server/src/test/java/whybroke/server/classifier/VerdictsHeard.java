package whybroke.server.classifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** Listens on {@code whybroke.verdicts} from the moment it was made. */
final class VerdictsHeard implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Verdict> heard = new ArrayList<>();

    VerdictsHeard(String servers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERDICTS).stream()
                .map(info -> new TopicPartition(Topics.VERDICTS, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** The rules' verdicts on this failure, at least {@code count}; an error when they do not come within 30 s. */
    List<Verdict.ByRule> byRules(FailureId id, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (found(id).size() < count && System.nanoTime() < end) {
            listen(Duration.ofMillis(200));
        }
        if (found(id).size() < count) {
            throw new AssertionError("heard fewer than " + count + " verdicts on " + id + " among " + heard.size());
        }
        return found(id);
    }

    /** The rules' verdicts on this failure after listening for so long. */
    List<Verdict.ByRule> byRulesAfter(Duration wait, FailureId id) {
        long end = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() < end) {
            listen(Duration.ofMillis(50));
        }
        return found(id);
    }

    private List<Verdict.ByRule> found(FailureId id) {
        return heard.stream()
                .filter(verdict -> verdict.failure().equals(id) && verdict instanceof Verdict.ByRule)
                .map(Verdict.ByRule.class::cast)
                .toList();
    }

    private void listen(Duration wait) {
        consumer.poll(wait).forEach(written -> heard.add(Wire.read(written.value(), Verdict.class)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
