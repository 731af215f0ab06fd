package whybroke.classifier.index.lucene;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** What is stored of a failure. */
final class StoredEntries {
    private StoredEntries() {}

    /** Its document, empty when there is none. */
    static OptionalInt find(IndexSearcher searcher, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Documents.ID, id)), 1);
        return found.scoreDocs.length == 0 ? OptionalInt.empty() : OptionalInt.of(found.scoreDocs[0].doc);
    }

    /** The entry without its text. */
    static Entry entry(IndexSearcher searcher, int document) throws IOException {
        return Documents.entry(searcher.storedFields().document(document, Set.of(Documents.ENTRY)));
    }

    /** Null when there is none. */
    static String text(IndexSearcher searcher, int document) throws IOException {
        return searcher.storedFields()
                .document(document, Set.of(Documents.TEXT))
                .get(Documents.TEXT);
    }
}
