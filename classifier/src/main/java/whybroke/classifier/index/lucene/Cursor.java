package whybroke.classifier.index.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * Where a page of hits ended: best first, then newest, then by id, so that no two hits stand on one place.
 *
 * @param query whose hits these are, a short hash
 */
record Cursor(int query, float score, long finished, String id) {
    static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Documents.FINISHED, SortField.Type.LONG, true),
            new SortField(Documents.ID, SortField.Type.STRING));

    static Cursor of(int query, FieldDoc last) {
        return new Cursor(
                query, (Float) last.fields[0], (Long) last.fields[1], ((BytesRef) last.fields[2]).utf8ToString());
    }

    FieldDoc position() {
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {score, finished, new BytesRef(id)});
    }

    String written() {
        String text = query + " " + Float.floatToIntBits(score) + " " + finished + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when it is none of ours, or another query's */
    static Cursor read(String written, int query) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", -1);
            Cursor cursor = new Cursor(
                    Integer.parseInt(parts[0]),
                    Float.intBitsToFloat(Integer.parseInt(parts[1])),
                    Long.parseLong(parts[2]),
                    parts[3]);
            if (cursor.query == query && parts.length == 4 && !Float.isNaN(cursor.score)) {
                return cursor;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    private static IllegalArgumentException unreadable(Exception cause) {
        return new IllegalArgumentException(
                "this cursor is not one of this query; start again without a cursor", cause);
    }
}
