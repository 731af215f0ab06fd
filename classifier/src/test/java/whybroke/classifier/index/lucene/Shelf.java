package whybroke.classifier.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import whybroke.classifier.index.Failures;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.SearchResult;
import whybroke.classifier.index.query.QueryReader;

/** A small index for tests, searched as people do. */
final class Shelf implements AutoCloseable {
    final IndexFolder folder;

    Shelf(Path path) throws IOException {
        folder = IndexFolder.open(path);
    }

    Shelf with(IndexedFailure... failures) throws IOException {
        for (IndexedFailure failure : failures) {
            folder.put(Entry.stored(failure));
        }
        folder.refresh();
        return this;
    }

    List<String> ids(String query) throws IOException {
        return page(query, null, 50, null).hits().stream()
                .map(found -> found.id().hex())
                .toList();
    }

    SearchResult page(String query, Collection<String> repositories, int limit, String cursor) throws IOException {
        return folder.search(searcher ->
                new Hits(query, QueryReader.read(query, Failures.NOON), repositories).page(searcher, limit, cursor, 1));
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
