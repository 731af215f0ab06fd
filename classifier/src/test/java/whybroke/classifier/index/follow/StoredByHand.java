package whybroke.classifier.index.follow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.StoredFailures;
import whybroke.ingest.FailureId;

/** The truth in memory; it can be away. */
final class StoredByHand implements StoredFailures {
    private final Map<FailureId, IndexedFailure> failures = new LinkedHashMap<>();
    boolean away;

    void store(IndexedFailure failure) {
        failures.put(failure.id(), failure);
    }

    @Override
    public Optional<IndexedFailure> find(FailureId id) {
        requireThere();
        return Optional.ofNullable(failures.get(id));
    }

    @Override
    public void scan(Consumer<IndexedFailure> each) {
        requireThere();
        failures.values().forEach(each);
    }

    @Override
    public long count() {
        requireThere();
        return failures.size();
    }

    private void requireThere() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
