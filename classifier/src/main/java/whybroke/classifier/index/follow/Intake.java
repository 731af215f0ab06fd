package whybroke.classifier.index.follow;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import whybroke.classifier.Verdict;
import whybroke.classifier.index.IndexedFailure;
import whybroke.classifier.index.lucene.Entry;
import whybroke.classifier.index.lucene.IndexFolder;
import whybroke.ingest.FailureId;

/**
 * Brings verdicts into the index. What is stored is preferred; where it is not there yet, the verdict itself is indexed,
 * so that it is found at once, and the stored form is looked for again later.
 */
final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private final IndexFolder folder;
    private final Truth truth;
    private final Looks looks;
    private final Clock clock;

    Intake(IndexFolder folder, Truth truth, Looks looks, Clock clock) {
        this.folder = folder;
        this.truth = truth;
        this.looks = looks;
        this.clock = clock;
    }

    void take(Verdict verdict, int partition, long offset) throws IOException {
        switch (verdict) {
            case Verdict.ByRule byRule when byRule.shadow() -> LOG.tracef("%s: tried out only", byRule.failure());
            case Verdict.ByRule byRule -> judged(byRule, partition, offset);
            case Verdict.ByHistory byHistory -> reload(byHistory.failure(), partition, offset);
            case Verdict.ByPerson byPerson -> reload(byPerson.failure(), partition, offset);
        }
    }

    private void judged(Verdict.ByRule verdict, int partition, long offset) throws IOException {
        Entry judged = Entry.judged(Judged.of(verdict), verdict.at());
        int fetch = judged.failure().fetch();
        if (truth.find(verdict.failure()) instanceof Truth.Answer.Stored stored) {
            folder.put(Entry.stored(stored.failure()));
            if (stored.failure().fetch() >= fetch && stored.failure().agreesWith(judged.failure())) {
                return;
            }
        }
        folder.put(judged);
        looks.add(Look.first(verdict.failure(), fetch, brief(judged.failure()), partition, offset, clock.instant()));
    }

    /** What is waited for, without its text but for whether there is one: many may wait. */
    private static IndexedFailure brief(IndexedFailure judged) {
        return judged.text() == null ? judged : judged.withText("");
    }

    private void reload(FailureId id, int partition, long offset) throws IOException {
        if (truth.find(id) instanceof Truth.Answer.Stored stored) {
            folder.put(Entry.stored(stored.failure()));
        } else {
            looks.add(Look.first(id, 0, null, partition, offset, clock.instant()));
        }
    }

    /** Takes the looks that are due. True when the index changed. */
    boolean lookAgain() throws IOException {
        boolean changed = false;
        for (Optional<Look> due = looks.due(clock.instant()); due.isPresent(); due = looks.due(clock.instant())) {
            changed |= look(due.get());
        }
        return changed;
    }

    private boolean look(Look look) throws IOException {
        return switch (truth.find(look.id())) {
            case Truth.Answer.Stored stored -> {
                folder.put(Entry.stored(stored.failure()));
                if (!look.isSatisfiedBy(stored.failure())) {
                    again(look);
                }
                yield true;
            }
            case Truth.Answer.Missing missing -> {
                again(look);
                yield false;
            }
            case Truth.Answer.Unreachable unreachable -> {
                looks.add(look.postponed(clock.instant()));
                yield false;
            }
        };
    }

    private void again(Look look) {
        if (look.isLast()) {
            LOG.warnf("failure %s was never recorded as judged; the index keeps the verdict's own words", look.id());
        } else {
            looks.add(look.next(clock.instant()));
        }
    }
}
