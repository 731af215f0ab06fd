package whybroke.classifier.index.lucene;

import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.query.Field;
import whybroke.classifier.index.text.Window;
import whybroke.ingest.stream.Wire;

/** How a failure lies in the index. Whoever changes this raises {@link #SCHEMA}: the index is then built anew. */
final class Documents {
    static final String SCHEMA = "1";

    static final String ID = "id";
    static final String FINISHED = "finished";
    /** The repository's exact name: what a viewer may see is decided on it. */
    static final String REPOSITORY = "repository";

    static final String JUDGE = "judge";
    static final String TEXT = "text";
    static final String EVIDENCE = "evidence";
    static final String WINDOW = "window";
    /** The entry without its text, as it lies on topics. */
    static final String ENTRY = "entry";

    static final String UNLABELLED = "unlabelled";
    /** Lucene refuses longer terms; no name of a job or branch needs as much. */
    private static final int LONGEST_VALUE = 1_000;

    private Documents() {}

    static Document of(Entry entry) {
        IndexedFailure failure = entry.failure();
        Document document = new Document();
        String id = failure.id().hex();
        document.add(new StringField(ID, id, Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new LongPoint(FINISHED, failure.finished().toEpochMilli()));
        document.add(new NumericDocValuesField(FINISHED, failure.finished().toEpochMilli()));
        addValues(document, failure);
        addText(document, failure);
        document.add(new StoredField(ENTRY, new BytesRef(Wire.write(entry.withText(null)))));
        return document;
    }

    private static void addValues(Document document, IndexedFailure failure) {
        String label = failure.label() == null ? UNLABELLED : failure.label();
        String repository = cut(failure.repository());
        document.add(new StringField(REPOSITORY, repository, Store.NO));
        document.add(new SortedDocValuesField(REPOSITORY, new BytesRef(repository)));
        document.add(new SortedDocValuesField(Field.LABEL.word(), new BytesRef(label)));
        add(document, Field.LABEL.word(), label);
        add(document, Field.REPO.word(), failure.repository());
        add(document, Field.PROVIDER.word(), failure.provider());
        add(document, Field.PIPELINE.word(), failure.pipeline());
        add(document, Field.JOB.word(), failure.job());
        add(document, Field.BRANCH.word(), failure.branch());
        add(document, Field.RULE.word(), failure.rule());
        add(document, Field.FINGERPRINT.word(), failure.fingerprint());
        add(document, JUDGE, failure.judge());
    }

    private static void add(Document document, String field, String value) {
        if (value != null) {
            document.add(new StringField(field, cut(value.toLowerCase(Locale.ROOT)), Store.NO));
        }
    }

    private static void addText(Document document, IndexedFailure failure) {
        if (failure.evidence() != null) {
            document.add(new TextField(EVIDENCE, failure.evidence(), Store.NO));
        }
        if (failure.text() != null) {
            document.add(new TextField(TEXT, failure.text(), Store.YES));
        }
        document.add(new TextField(WINDOW, Window.of(failure.text(), failure.evidence()), Store.NO));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    /** The entry without its text. */
    static Entry entry(Document document) {
        BytesRef bytes = document.getBinaryValue(ENTRY);
        return Wire.read(BytesRef.deepCopyOf(bytes).bytes, Entry.class);
    }
}
