package whybroke.classifier.index.query;

/** A query that cannot be read; the message is for the person who typed it. */
public class QueryError extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int position;

    QueryError(int position, String sentence) {
        super("at character " + (position + 1) + ": " + sentence);
        this.position = position;
    }

    /** Where, from 0. */
    public int position() {
        return position;
    }
}
