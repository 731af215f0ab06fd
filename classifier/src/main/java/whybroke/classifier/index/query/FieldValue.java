package whybroke.classifier.index.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import whybroke.rules.Label;

/** A value as the index holds it. */
record FieldValue(Field field, String value, boolean prefix) {
    /** Stands in the index for the label of a failure that has none. */
    static final String UNLABELLED = "unlabelled";

    Clause negatedIf(boolean negated) {
        return new Clause.Filter(field, value, prefix, negated);
    }

    static FieldValue read(Field field, int position, String written, boolean starAllowed) {
        String value = written.toLowerCase(Locale.ROOT);
        return switch (field) {
            case LABEL -> label(position, value);
            case FINGERPRINT -> fingerprint(position, value);
            case REPO, PROVIDER, PIPELINE, JOB, BRANCH, RULE -> starred(field, position, value, starAllowed);
        };
    }

    private static FieldValue label(int position, String value) {
        boolean known = value.equals(UNLABELLED)
                || Arrays.stream(Label.values()).anyMatch(label -> label.word().equals(value));
        if (!known) {
            String labels = Arrays.stream(Label.values()).map(Label::word).collect(Collectors.joining(", "));
            throw new QueryError(position, "expected one of " + labels + " or " + UNLABELLED + ", not '" + value + "'");
        }
        return new FieldValue(Field.LABEL, value, false);
    }

    /** Its first digits are enough. */
    private static FieldValue fingerprint(int position, String value) {
        if (!value.matches("[0-9a-f]{3,16}")) {
            throw new QueryError(position, "expected 3 to 16 hex digits of a fingerprint, not '" + value + "'");
        }
        return new FieldValue(Field.FINGERPRINT, value, true);
    }

    private static FieldValue starred(Field field, int position, String value, boolean starAllowed) {
        int star = starAllowed ? value.indexOf('*') : -1;
        if (star < 0) {
            return new FieldValue(field, value, false);
        }
        if (star < value.length() - 1) {
            throw new QueryError(position + star, "a star may stand at the end only");
        }
        if (star == 0) {
            throw new QueryError(position, "expected text before the star");
        }
        return new FieldValue(field, value.substring(0, star), true);
    }
}
