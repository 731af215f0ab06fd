package whybroke.classifier.index.follow;

import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.StoredFailures;
import whybroke.ingest.FailureId;

/** What is stored, or that it cannot be asked now: then it is left alone for a moment, so that following goes on. */
final class Truth {
    private static final Logger LOG = Logger.getLogger(Truth.class);
    private static final Duration REST = Duration.ofSeconds(2);
    private final StoredFailures stored;
    private long askAgain = System.nanoTime();

    Truth(StoredFailures stored) {
        this.stored = stored;
    }

    Answer find(FailureId id) {
        if (System.nanoTime() - askAgain < 0) {
            return new Answer.Unreachable();
        }
        try {
            return stored.find(id).<Answer>map(Answer.Stored::new).orElseGet(Answer.Missing::new);
        } catch (RuntimeException e) {
            LOG.debugf("stored failures cannot be asked: %s", e);
            askAgain = System.nanoTime() + REST.toNanos();
            return new Answer.Unreachable();
        }
    }

    long count() {
        return stored.count();
    }

    void scan(Consumer<IndexedFailure> each) {
        stored.scan(each);
    }

    sealed interface Answer {
        record Stored(IndexedFailure failure) implements Answer {}

        /** Not recorded yet. */
        record Missing() implements Answer {}

        record Unreachable() implements Answer {}
    }
}
