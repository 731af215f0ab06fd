package whybroke.api.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import whybroke.api.work.Text;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailedJob;
import whybroke.ingest.LogState;

/**
 * What one fetch found out about a failure's log, and on what it was judged. The greatest stands: the later fetch; of
 * two reports of the same fetch the one with more to show, then the later one.
 *
 * @param fetch from 1; 0 before any
 * @param because in words, null when there is a log
 * @param fetched null before any fetch
 * @param logHash {@code none} without a log, null before any fetch
 * @param factsHash null before any fetch
 */
record LogFact(int fetch, LogState state, String because, Instant fetched, String logHash, String factsHash)
        implements Comparable<LogFact> {
    static final LogFact NONE = new LogFact(0, LogState.NOT_READY, null, null, null, null);

    private static final Comparator<LogFact> ORDER = Comparator.comparingInt(LogFact::fetch)
            .thenComparingInt(LogFact::weight)
            .thenComparing(LogFact::fetched, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LogFact::state)
            .thenComparing(LogFact::logHash, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LogFact::factsHash, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LogFact::because, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final int BECAUSE = 500;

    static LogFact of(Verdict.ByRule verdict) {
        FailedJob failed = verdict.failed();
        Instant fetched = failed.fetched() == null ? Instant.EPOCH : failed.fetched();
        return new LogFact(
                failed.fetch(),
                failed.state(),
                Text.clean(BECAUSE, failed.because()),
                fetched.truncatedTo(ChronoUnit.MICROS),
                verdict.logHash(),
                verdict.factsHash());
    }

    private int weight() {
        if (state.hasLines()) {
            return 2;
        }
        return state.isWaiting() ? 0 : 1;
    }

    @Override
    public int compareTo(LogFact other) {
        return ORDER.compare(this, other);
    }
}
