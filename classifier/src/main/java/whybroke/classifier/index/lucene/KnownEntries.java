package whybroke.classifier.index.lucene;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherManager;
import whybroke.ingest.FailureId;

/** The entries as they are now, also those put since the last refresh. Without their texts. */
final class KnownEntries implements AutoCloseable {
    private final LiveFieldValues<IndexSearcher, Entry> live;

    KnownEntries(SearcherManager searchers) {
        live = new LiveFieldValues<>(searchers, new Entry(null, false, null)) {
            @Override
            protected Entry lookupFromSearcher(IndexSearcher searcher, String id) throws IOException {
                OptionalInt document = StoredEntries.find(searcher, id);
                return document.isEmpty() ? null : StoredEntries.entry(searcher, document.getAsInt());
            }
        };
    }

    /** Null when there is none. */
    Entry of(FailureId id) throws IOException {
        return live.get(id.hex());
    }

    void add(Entry entry) {
        live.add(entry.failure().id().hex(), entry.withText(null));
    }

    @Override
    public void close() {
        live.close();
    }
}
