package whybroke.classifier.index.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts all hits, and per value of label and repository. */
final class Facets implements CollectorManager<Facets.Counter, Facets.Counts> {
    private static final List<String> FIELDS = List.of("label", "repository");
    private static final int MOST = 10;

    /** @param largest per field, largest first */
    record Counts(long hits, Map<String, Map<String, Long>> largest) {}

    @Override
    public Counter newCollector() {
        return new Counter();
    }

    @Override
    public Counts reduce(Collection<Counter> counters) throws IOException {
        long hits = 0;
        Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
        FIELDS.forEach(field -> sums.put(field, new HashMap<>()));
        for (Counter counter : counters) {
            counter.finishSegment();
            hits += counter.hits;
            counter.counts.forEach((field, counts) ->
                    counts.forEach((value, count) -> sums.get(field).merge(value, count, Long::sum)));
        }
        sums.replaceAll((field, counts) -> largest(counts));
        return new Counts(hits, sums);
    }

    private static Map<String, Long> largest(Map<String, Long> counts) {
        Map<String, Long> largest = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }

    /** Counts by number within a segment, by name across them. */
    static final class Counter extends SimpleCollector {
        private final Map<String, Map<String, Long>> counts = new HashMap<>();
        private final SortedDocValues[] values = new SortedDocValues[FIELDS.size()];
        private final int[][] numbers = new int[FIELDS.size()][];
        private long hits;

        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            finishSegment();
            for (int i = 0; i < FIELDS.size(); i++) {
                values[i] = DocValues.getSorted(segment.reader(), FIELDS.get(i));
                numbers[i] = new int[values[i].getValueCount()];
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            hits++;
            for (int i = 0; i < values.length; i++) {
                if (values[i].advanceExact(doc)) {
                    numbers[i][values[i].ordValue()]++;
                }
            }
        }

        private void finishSegment() throws IOException {
            for (int i = 0; i < values.length; i++) {
                Map<String, Long> sums = counts.computeIfAbsent(FIELDS.get(i), field -> new HashMap<>());
                for (int number = 0; values[i] != null && number < numbers[i].length; number++) {
                    if (numbers[i][number] > 0) {
                        sums.merge(values[i].lookupOrd(number).utf8ToString(), (long) numbers[i][number], Long::sum);
                    }
                }
                values[i] = null;
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
