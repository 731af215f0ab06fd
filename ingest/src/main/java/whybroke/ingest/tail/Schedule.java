package whybroke.ingest.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When to ask again for a log that was not there, and when to stop: after 19 minutes of asking. */
final class Schedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(300),
            Duration.ofSeconds(600));
    /** Being told to wait is no failed try, but has an end too: two days of full rate limits. */
    private static final int MOST_WHEN_TOLD_TO_WAIT = 50;

    private Schedule() {}

    /**
     * @param fetch which fetch this was, from 1
     * @param notBefore what the provider asked for, null when it said nothing
     * @return empty when it was the last
     */
    static Optional<Instant> after(int fetch, Instant now, Instant notBefore) {
        int most = notBefore == null ? PAUSES.size() : MOST_WHEN_TOLD_TO_WAIT;
        if (fetch > most) {
            return Optional.empty();
        }
        Instant planned = now.plus(PAUSES.get(Math.min(fetch, PAUSES.size()) - 1));
        return Optional.of(notBefore != null && notBefore.isAfter(planned) ? notBefore : planned);
    }
}
