package whybroke.classifier.index.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import whybroke.classifier.index.SearchResult;
import whybroke.classifier.index.text.LogAnalyzer;
import whybroke.classifier.index.text.Window;
import whybroke.ingest.FailureId;

/**
 * Failures whose decisive lines share their rarest words with this one's. A score is the share of what this failure
 * itself would score, so that 1 means alike and scores of different failures can be compared.
 */
public final class Similar {
    private static final int TERMS = 30;
    private static final int LONGEST_TERM = 60;
    /** Of the terms looked for, at least this share must be there. */
    private static final double SHARED = 0.4;

    private final IndexSearcher searcher;
    private final Collection<String> repositories;

    /** @param repositories that the viewer may see, null for all */
    public Similar(IndexSearcher searcher, Collection<String> repositories) {
        this.searcher = searcher;
        this.repositories = repositories;
    }

    /** Best first; empty when the index does not hold this failure or it has no text. */
    public List<SearchResult.Found> to(FailureId id, int limit) throws IOException {
        OptionalInt document = StoredEntries.find(searcher, id.hex());
        if (document.isEmpty()) {
            return List.of();
        }
        String evidence =
                StoredEntries.entry(searcher, document.getAsInt()).failure().evidence();
        String window = Window.of(StoredEntries.text(searcher, document.getAsInt()), evidence);
        Query alike = alike(window);
        float itself = score(alike, id);
        return itself <= 0 ? List.of() : others(alike, id, itself, limit);
    }

    private Query alike(String window) throws IOException {
        MoreLikeThis terms = new MoreLikeThis(searcher.getIndexReader());
        terms.setAnalyzer(new LogAnalyzer());
        terms.setFieldNames(new String[] {Documents.WINDOW});
        terms.setMinTermFreq(1);
        terms.setMinDocFreq(1);
        terms.setMinWordLen(2);
        terms.setMaxWordLen(LONGEST_TERM);
        terms.setMaxQueryTerms(TERMS);
        BooleanQuery.Builder alike = new BooleanQuery.Builder();
        int count = 0;
        for (BooleanClause clause : (BooleanQuery) terms.like(Documents.WINDOW, new StringReader(window))) {
            alike.add(clause.query(), Occur.SHOULD);
            count++;
        }
        return alike.setMinimumNumberShouldMatch(Math.max(1, (int) (count * SHARED)))
                .build();
    }

    private float score(Query alike, FailureId id) throws IOException {
        TopDocs found = searcher.search(
                new BooleanQuery.Builder()
                        .add(alike, Occur.MUST)
                        .add(itself(id), Occur.FILTER)
                        .build(),
                1);
        return found.scoreDocs.length == 0 ? 0 : found.scoreDocs[0].score;
    }

    private List<SearchResult.Found> others(Query alike, FailureId id, float best, int limit) throws IOException {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(alike, Occur.MUST).add(itself(id), Occur.MUST_NOT);
        if (repositories != null) {
            query.add(Clauses.visible(repositories), Occur.FILTER);
        }
        List<SearchResult.Found> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
            Entry entry = StoredEntries.entry(searcher, hit.doc);
            found.add(new SearchResult.Found(entry.failure().id(), Math.min(1, hit.score / best), List.of()));
        }
        return found;
    }

    private static Query itself(FailureId id) {
        return new TermQuery(new Term(Documents.ID, id.hex()));
    }
}
