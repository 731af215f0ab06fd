package whybroke.classifier.index.follow;

import java.time.Duration;
import java.time.Instant;
import whybroke.classifier.index.IndexedFailure;
import whybroke.ingest.FailureId;

/**
 * A failure whose stored form is to be read again, because it was not there yet when its verdict passed.
 *
 * @param fetch it is waited for until this fetch, or a later one, is stored
 * @param said what the verdict said, without its text; null when any stored form will do. One fetch may have been made
 *     twice, with two ends, so that its number alone does not tell whether this one's is stored
 * @param partition of the verdict
 * @param offset of the verdict: until this look is done, reading starts here again after a crash
 * @param tries so far
 */
record Look(FailureId id, int fetch, IndexedFailure said, int partition, long offset, int tries, Instant due) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** After about an hour the failure was given up elsewhere: the index keeps what the verdict said. */
    private static final int MOST_TRIES = 64;

    /** Of two ends of one fetch only one is kept; after some five minutes it is the other one. */
    private static final int MOST_FOR_ONE_FETCH = 9;

    static Look first(FailureId id, int fetch, IndexedFailure said, int partition, long offset, Instant now) {
        return new Look(id, fetch, said, partition, offset, 0, now.plusSeconds(1));
    }

    /** True when what is stored is what was waited for, or newer. */
    boolean isSatisfiedBy(IndexedFailure stored) {
        if (stored.fetch() != fetch) {
            return stored.fetch() > fetch;
        }
        return said == null || stored.agreesWith(said) || tries >= MOST_FOR_ONE_FETCH;
    }

    boolean isLast() {
        return tries + 1 >= MOST_TRIES;
    }

    Look next(Instant now) {
        return new Look(id, fetch, said, partition, offset, tries + 1, now.plus(pause()));
    }

    /** The same try once more: nobody could be asked. */
    Look postponed(Instant now) {
        return new Look(id, fetch, said, partition, offset, tries, now.plus(pause()));
    }

    private Duration pause() {
        Duration doubled = Duration.ofSeconds(2L << Math.min(tries, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
