package whybroke.classifier.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import whybroke.classifier.index.SearchResult;
import whybroke.classifier.index.query.Clause;
import whybroke.classifier.index.text.Highlights;
import whybroke.classifier.index.text.Html;
import whybroke.classifier.index.text.Needle;
import whybroke.ingest.FailureId;

/** One page of what a query finds. */
public final class Hits {
    private static final long MOST_COUNTED = 10_000;
    private static final long PATIENCE_MILLIS = 5_000;
    private final int query;
    private final List<Clause> clauses;
    private final List<Needle> needles;
    private final Collection<String> repositories;

    /**
     * @param query as it was typed: a cursor belongs to it
     * @param clauses the query read
     * @param repositories that the viewer may see, null for all
     */
    public Hits(String query, List<Clause> clauses, Collection<String> repositories) {
        this.query = query == null ? 0 : query.hashCode();
        this.clauses = clauses;
        this.needles = needles(clauses);
        this.repositories = repositories;
    }

    /**
     * @param cursor null for the first page
     * @throws IllegalArgumentException when the cursor is not one of this query's, or the query takes too long
     */
    public SearchResult page(IndexSearcher shared, int limit, String cursor, double indexed) throws IOException {
        FieldDoc after = cursor == null ? null : Cursor.read(cursor, query).position();
        IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
        searcher.setTimeout(new QueryTimeoutImpl(PATIENCE_MILLIS));
        Object[] answers = searcher.search(
                Clauses.query(clauses, repositories),
                new MultiCollectorManager(
                        new TopFieldCollectorManager(Cursor.BEST_FIRST, limit, after, Integer.MAX_VALUE),
                        new Facets()));
        if (searcher.timedOut()) {
            throw new IllegalArgumentException("this query takes too long; ask for less, for example with since:7d");
        }
        TopFieldDocs page = (TopFieldDocs) answers[0];
        Facets.Counts counts = (Facets.Counts) answers[1];
        return new SearchResult(
                found(searcher, page),
                Math.min(counts.hits(), MOST_COUNTED),
                next(page, limit),
                counts.largest(),
                indexed);
    }

    private String next(TopFieldDocs page, int limit) {
        return page.scoreDocs.length < limit
                ? null
                : Cursor.of(query, (FieldDoc) page.scoreDocs[limit - 1]).written();
    }

    private List<SearchResult.Found> found(IndexSearcher searcher, TopFieldDocs page) throws IOException {
        List<SearchResult.Found> found = new ArrayList<>();
        for (int i = 0; i < page.scoreDocs.length; i++) {
            FieldDoc hit = (FieldDoc) page.scoreDocs[i];
            String id = ((BytesRef) hit.fields[2]).utf8ToString();
            found.add(new SearchResult.Found(new FailureId(id), (Float) hit.fields[0], fragments(searcher, hit.doc)));
        }
        return found;
    }

    /** Lines that matched; the deciding line when the query asks for no words. */
    private List<String> fragments(IndexSearcher searcher, int hit) throws IOException {
        List<String> lines = needles.isEmpty() ? List.of() : Highlights.of(StoredEntries.text(searcher, hit), needles);
        if (!lines.isEmpty()) {
            return lines;
        }
        String evidence = StoredEntries.entry(searcher, hit).failure().evidence();
        List<String> marked = Highlights.of(evidence, needles);
        return evidence == null || !marked.isEmpty() ? marked : List.of(Html.escape(evidence));
    }

    private static List<Needle> needles(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause instanceof Clause.Text && !clause.negated())
                .map(clause -> ((Clause.Text) clause).needle())
                .toList();
    }
}
