package whybroke.classifier.index;

import java.util.Optional;
import java.util.function.Consumer;
import whybroke.ingest.FailureId;

/** The truth behind the index; PostgreSQL's side implements it. */
public interface StoredFailures {
    /** As it stands now, empty when it was not recorded yet. */
    Optional<IndexedFailure> find(FailureId id);

    /** All of them, oldest first, streamed. */
    void scan(Consumer<IndexedFailure> each);

    long count();
}
