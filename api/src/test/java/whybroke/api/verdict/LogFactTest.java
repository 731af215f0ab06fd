package whybroke.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whybroke.ingest.LogState;

class LogFactTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void laterFetch_stands() {
        assertThat(fact(2, LogState.EXPIRED, NOON)).isGreaterThan(fact(1, LogState.WHOLE, NOON.plusSeconds(60)));
    }

    @Test
    void sameFetchWithALog_standsBeforeOneWithout() {
        assertThat(fact(1, LogState.WHOLE, NOON)).isGreaterThan(fact(1, LogState.EXPIRED, NOON.plusSeconds(60)));
        assertThat(fact(1, LogState.EXPIRED, NOON)).isGreaterThan(fact(1, LogState.NOT_READY, NOON.plusSeconds(60)));
    }

    @Test
    void sameFetchOfTheSameKind_theLaterStands() {
        assertThat(fact(1, LogState.CUT, NOON.plusSeconds(1))).isGreaterThan(fact(1, LogState.WHOLE, NOON));
    }

    @Test
    void anyFetch_standsBeforeNone() {
        assertThat(fact(1, LogState.NOT_READY, NOON)).isGreaterThan(LogFact.NONE);
    }

    private static LogFact fact(int fetch, LogState state, Instant fetched) {
        return new LogFact(fetch, state, null, fetched, "hash", "facts");
    }
}
