package whybroke.classifier.index.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.lucene.Entry;
import whybroke.classifier.index.lucene.IndexFolder;

/**
 * Reads all stored failures into the index: first the topic's ends are noted, then everything stored is put, then
 * reading goes on from the noted ends. What is there already stays searchable meanwhile.
 */
final class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final int REFRESH_EVERY = 500;
    private final IndexFolder folder;
    private final Truth truth;
    private final Progress progress;
    private final BooleanSupplier closed;
    private long done;

    Rebuild(IndexFolder folder, Truth truth, Progress progress, BooleanSupplier closed) {
        this.folder = folder;
        this.truth = truth;
        this.progress = progress;
        this.closed = closed;
    }

    /** @param ends where the topic ends now: reading goes on from there */
    Note from(String topic, Map<Integer, Long> ends) throws IOException {
        Note note = new Note(topic, false, ends);
        long all = truth.count();
        LOG.infof("building the search index of %d failures", all);
        progress.reading(0, all);
        folder.commit(note.written());
        truth.scan(failure -> put(failure, all));
        folder.refresh();
        Note complete = new Note(note.topic(), true, note.offsets());
        folder.commit(complete.written());
        LOG.infof("the search index holds %d failures", folder.size());
        return complete;
    }

    private void put(IndexedFailure failure, long all) {
        if (closed.getAsBoolean()) {
            throw new CancellationException("closing");
        }
        try {
            folder.put(Entry.stored(failure));
            if (++done % REFRESH_EVERY == 0) {
                folder.refresh();
                progress.reading(done, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
