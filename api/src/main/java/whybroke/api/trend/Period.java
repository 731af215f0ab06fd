package whybroke.api.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A stretch of time, half-open, on quarter-hours because counts are kept so.
 *
 * @param from inclusive
 * @param to exclusive
 * @param zone in which days begin
 */
public record Period(Instant from, Instant to, ZoneId zone) {
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period begins before it ends, not " + from + " to " + to);
        }
        from = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), QUARTER) * QUARTER);
        to = Instant.ofEpochSecond(Math.ceilDiv(to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0), QUARTER) * QUARTER);
    }

    /** The last {@code days} calendar days of that zone, today as far as it went included. */
    public static Period lastDays(int days, Instant now, ZoneId zone) {
        Instant from = now.atZone(zone)
                .toLocalDate()
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant();
        return new Period(from, now.plusSeconds(1), zone);
    }

    /** Every calendar day that it touches, oldest first. */
    public List<LocalDate> days() {
        LocalDate first = LocalDate.ofInstant(from, zone);
        return first.datesUntil(LocalDate.ofInstant(to.minusNanos(1), zone).plusDays(1))
                .toList();
    }

    /** As long as this one, right before it. */
    public Period previous() {
        return new Period(from.minus(Duration.between(from, to)), from, zone);
    }
}
