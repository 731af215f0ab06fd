package whybroke.api.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theLastDays_beginAtMidnightOfTheZone_acrossAChangeOfClocks() {
        Period period = Period.lastDays(3, Instant.parse("2026-03-30T10:07:00Z"), BERLIN);

        assertThat(period.from()).isEqualTo(Instant.parse("2026-03-27T23:00:00Z"));
        assertThat(period.to()).isEqualTo(Instant.parse("2026-03-30T10:15:00Z"));
        assertThat(period.days())
                .containsExactly(
                        LocalDate.parse("2026-03-28"), LocalDate.parse("2026-03-29"), LocalDate.parse("2026-03-30"));
    }

    @Test
    void thePeriodBefore_isAsLong_andEndsWhereThisBegins() {
        Period period =
                new Period(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-12T00:00:00Z"), BERLIN);

        assertThat(period.previous().to()).isEqualTo(period.from());
        assertThat(period.previous().from()).isEqualTo(Instant.parse("2026-03-08T00:00:00Z"));
    }

    @Test
    void theEnd_isNotInIt() {
        Period day = new Period(
                Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-11T00:00:00Z"), ZoneId.of("UTC"));

        assertThat(day.days()).containsExactly(LocalDate.parse("2026-03-10"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(day.to(), day.from(), BERLIN));
    }
}
