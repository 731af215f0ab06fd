package whybroke.classifier.index.query;

import java.time.Instant;
import whybroke.classifier.index.text.Needle;

/** One condition of a query. */
public sealed interface Clause {
    boolean negated();

    /** Words in the tail, next to each other and in this order. */
    record Text(Needle needle, boolean negated) implements Clause {}

    /**
     * @param value in lower case, without the star
     * @param prefix the value may go on
     */
    record Filter(Field field, String value, boolean prefix, boolean negated) implements Clause {}

    /** @param state {@code is:unlabelled} */
    record Is(State state, boolean negated) implements Clause {}

    /** Finished at this time or later. */
    record Since(Instant from) implements Clause {
        @Override
        public boolean negated() {
            return false;
        }
    }

    /** Finished before this time. */
    record Until(Instant end) implements Clause {
        @Override
        public boolean negated() {
            return false;
        }
    }
}
