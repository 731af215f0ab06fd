package whybroke.classifier.index.follow;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the index has read, kept in the same commit as its documents.
 *
 * @param topic Kafka's own id of the topic read: one made anew under the same name is another
 * @param complete false while the stored failures are still being read
 * @param offsets next to read, by partition
 */
record Note(String topic, boolean complete, Map<Integer, Long> offsets) {
    private static final String TOPIC = "topic";
    private static final String COMPLETE = "complete";
    private static final String OFFSET = "offset-";

    static Note read(Map<String, String> written) {
        Map<Integer, Long> offsets = new HashMap<>();
        written.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                offsets.put(Integer.valueOf(key.substring(OFFSET.length())), Long.valueOf(value));
            }
        });
        return new Note(written.get(TOPIC), Boolean.parseBoolean(written.get(COMPLETE)), offsets);
    }

    Map<String, String> written() {
        Map<String, String> written = new HashMap<>();
        written.put(TOPIC, topic);
        written.put(COMPLETE, Boolean.toString(complete));
        offsets.forEach((partition, offset) -> written.put(OFFSET + partition, Long.toString(offset)));
        return written;
    }

    /** True when reading can go on from here. */
    boolean continues(String currentTopic) {
        return complete && currentTopic.equals(topic);
    }
}
