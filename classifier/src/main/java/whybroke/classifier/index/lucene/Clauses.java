package whybroke.classifier.index.lucene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import whybroke.classifier.index.query.Clause;
import whybroke.classifier.index.query.State;
import whybroke.classifier.index.text.Needle;
import whybroke.classifier.index.text.Words;

/** What people asked for, as Lucene understands it. */
final class Clauses {
    /** A match in the deciding line says more than one anywhere in the tail. */
    private static final float EVIDENCE_BOOST = 4;

    private Clauses() {}

    /** @param repositories that the viewer may see, null for all */
    static Query query(List<Clause> clauses, Collection<String> repositories) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        for (Clause clause : clauses) {
            switch (clause) {
                case Clause.Text text -> all.add(text(text.needle()), text.negated() ? Occur.MUST_NOT : Occur.MUST);
                case Clause.Is is -> all.add(is(is.state()), is.negated() ? Occur.MUST_NOT : Occur.FILTER);
                case Clause.Since since -> all.add(finished(since.from(), null), Occur.FILTER);
                case Clause.Until until -> all.add(finished(null, until.end()), Occur.FILTER);
                case Clause.Filter filter when filter.negated() -> all.add(filter(filter), Occur.MUST_NOT);
                case Clause.Filter filter -> all.add(eitherOf(filter, clauses), Occur.FILTER);
            }
        }
        if (repositories != null) {
            all.add(visible(repositories), Occur.FILTER);
        }
        return all.build();
    }

    static Query visible(Collection<String> repositories) {
        return new TermInSetQuery(
                Documents.REPOSITORY, repositories.stream().map(BytesRef::new).toList());
    }

    /** {@code label:infra label:app} means either. */
    private static Query eitherOf(Clause.Filter wanted, List<Clause> clauses) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Filter filter && !filter.negated() && filter.field() == wanted.field()) {
                any.add(filter(filter), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query filter(Clause.Filter filter) {
        Term term = new Term(filter.field().word(), filter.value());
        return filter.prefix() ? new PrefixQuery(term) : new TermQuery(term);
    }

    private static Query is(State state) {
        Query unlabelled = new TermQuery(new Term("label", Documents.UNLABELLED));
        return switch (state) {
            case UNLABELLED -> unlabelled;
            case LABELLED ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                        .add(unlabelled, Occur.MUST_NOT)
                        .build();
            case CONFIRMED -> new TermQuery(new Term(Documents.JUDGE, "person"));
        };
    }

    private static Query finished(Instant from, Instant end) {
        return LongPoint.newRangeQuery(
                Documents.FINISHED,
                from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                end == null ? Long.MAX_VALUE : end.toEpochMilli() - 1);
    }

    private static Query text(Needle needle) {
        return new BooleanQuery.Builder()
                .add(in(Documents.TEXT, needle), Occur.SHOULD)
                .add(new BoostQuery(in(Documents.EVIDENCE, needle), EVIDENCE_BOOST), Occur.SHOULD)
                .build();
    }

    private static Query in(String field, Needle needle) {
        if (needle.words().size() == 1) {
            return word(field, needle.words().getFirst(), needle.prefix());
        }
        List<Words.Word> fixed = new ArrayList<>(needle.words());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (needle.prefix()) {
            all.add(word(field, fixed.removeLast(), true), Occur.MUST);
        }
        return all.add(phrase(field, fixed), Occur.MUST).build();
    }

    private static Query phrase(String field, List<Words.Word> words) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, word.term())));
        return phrase.build();
    }

    /** The whole word, or all its parts within one word: {@code PNPM_NO} finds {@code ERR_PNPM_NO_MATCHING}. */
    private static Query word(String field, Words.Word word, boolean prefix) {
        Term whole = new Term(field, word.term());
        if (prefix) {
            return new PrefixQuery(whole);
        }
        if (word.parts().isEmpty()) {
            return new TermQuery(whole);
        }
        PhraseQuery.Builder parts = new PhraseQuery.Builder();
        word.partTerms().forEach(part -> parts.add(new Term(field, part), 0));
        return new BooleanQuery.Builder()
                .add(new TermQuery(whole), Occur.SHOULD)
                .add(parts.build(), Occur.SHOULD)
                .build();
    }
}
