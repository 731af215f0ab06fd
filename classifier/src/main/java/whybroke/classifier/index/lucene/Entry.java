package whybroke.classifier.index.lucene;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import whybroke.classifier.index.IndexedFailure;

/**
 * One failure with where our knowledge of it comes from, so that what arrives in any order, any number of times, gives
 * the same entry in the end.
 *
 * @param stored true when it was read from the truth, false when it was made of a verdict on its way there
 * @param at when the verdict was given; null when stored
 */
public record Entry(IndexedFailure failure, boolean stored, Instant at) {
    private static final Comparator<Entry> BY_AGE = Comparator.<Entry, Instant>comparing(Entry::at)
            .thenComparing(entry -> Objects.toString(entry.failure().rule()))
            .thenComparing(entry -> Objects.toString(entry.failure().fingerprint()));

    public static Entry stored(IndexedFailure failure) {
        return new Entry(failure, true, null);
    }

    public static Entry judged(IndexedFailure failure, Instant at) {
        return new Entry(failure, false, at);
    }

    /** A later fetch beats an earlier one; of one fetch the truth, read again, beats all; then the later verdict. */
    boolean isNewerThan(Entry old) {
        if (failure.fetch() != old.failure.fetch()) {
            return failure.fetch() > old.failure.fetch();
        }
        return stored || (!old.stored && BY_AGE.compare(this, old) > 0);
    }

    /** A person's or history's word outlives the fetch it was given on, until the truth says otherwise. */
    Entry withWordOf(Entry other) {
        if (stored || isSpoken() || !other.isSpoken()) {
            return this;
        }
        return new Entry(failure.withWord(other.failure.label(), other.failure.judge()), false, at);
    }

    Entry withText(String text) {
        return new Entry(failure.withText(text), stored, at);
    }

    @JsonIgnore
    private boolean isSpoken() {
        return "person".equals(failure.judge()) || "history".equals(failure.judge());
    }
}
