package whybroke.api.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountChangesTest {
    @Test
    void quarterHour_beginsAtItsFirstInstant() {
        assertThat(CountChanges.quarter(Instant.parse("2026-11-21T12:14:59.999999Z")))
                .isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(CountChanges.quarter(Instant.parse("2026-11-21T12:15:00Z")))
                .isEqualTo(Instant.parse("2026-11-21T12:15:00Z"));
    }

    @Test
    void quarterHourBeforeTheEpoch_isTheOneThatHoldsTheTime() {
        assertThat(CountChanges.quarter(Instant.parse("1969-12-31T23:59:59Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:45:00Z"));
    }
}
