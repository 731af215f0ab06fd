package whybroke.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:26:00Z");
    private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("UTC"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:25:58Z, now",
        "2026-11-20T09:25:19Z, 41 s ago",
        "2026-11-20T09:19:52Z, 6 min ago",
        "2026-11-20T09:14:00Z, 12 min ago",
        "2026-11-20T06:21:00Z, 3 h 5 min ago",
        "2026-11-19T08:00:00Z, yesterday 08:00",
        "2026-10-01T12:30:00Z, '1 Oct, 12:30'",
        "2025-10-01T12:30:00Z, 1 Oct 2025",
        "2026-11-20T09:36:00Z, in 10 min",
    })
    void moment_isSaidAsPeopleDo(Instant moment, String words) {
        assertThat(times.when(moment).words()).isEqualTo(words);
    }

    @Test
    void yesterday_isTheReadersYesterday() {
        Times tokyo = new Times(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Tokyo"));

        assertThat(tokyo.when(Instant.parse("2026-11-19T08:00:00Z")).words()).isEqualTo("yesterday 17:00");
    }

    @Test
    void machines_getSecondsInUtc_peopleTheZone() {
        When when = times.when(Instant.parse("2026-11-20T09:14:22.123456Z"));

        assertThat(when.iso()).isEqualTo("2026-11-20T09:14:22Z");
        assertThat(when.full()).isEqualTo("20 November 2026, 09:14:22 UTC");
    }

    @Test
    void length_hasAtMostTwoUnits() {
        assertThat(Times.length(Duration.ofSeconds(258))).isEqualTo("4 min 18 s");
        assertThat(Times.length(Duration.ofSeconds(3 * 86_400 + 5))).isEqualTo("3 days");
        assertThat(Times.length(Duration.ofSeconds(-5))).isEqualTo("0 s");
    }
}
