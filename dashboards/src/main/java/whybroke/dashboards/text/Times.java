package whybroke.dashboards.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people say them, in one zone, seen from now. */
public record Times(Clock clock, ZoneId zone) {
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss VV", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** @param instant null gives null */
    public When when(Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return new When(
                second.toString(), ago(second), FULL.format(second.atZone(zone)).replace(" Z", " UTC"));
    }

    private String ago(Instant instant) {
        Duration gone = Duration.between(instant, clock.instant());
        if (gone.isNegative()) {
            return gone.abs().compareTo(Duration.ofMinutes(1)) < 0 ? "now" : "in " + length(gone.abs());
        }
        if (gone.compareTo(Duration.ofHours(24)) < 0) {
            return gone.compareTo(Duration.ofSeconds(5)) < 0 ? "now" : length(coarse(gone)) + " ago";
        }
        ZonedDateTime at = instant.atZone(zone);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (at.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + CLOCK.format(at);
        }
        return at.getYear() == today.getYear() ? DAY.format(at) + ", " + CLOCK.format(at) : DAY_OF_YEAR.format(at);
    }

    /** Nobody asks for the seconds of minutes ago. */
    private static Duration coarse(Duration gone) {
        return gone.toSeconds() < 60 ? gone : gone.truncatedTo(ChronoUnit.MINUTES);
    }

    /** {@code 41 s}, {@code 12 min}, {@code 3 h 5 min}, {@code 4 days}: at most two units. */
    public static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds < 600 && seconds % 60 > 0 ? " " + seconds % 60 + " s" : "");
        }
        if (seconds < 172_800) {
            long minutes = seconds % 3600 / 60;
            return seconds / 3600 + " h" + (minutes > 0 ? " " + minutes + " min" : "");
        }
        return seconds / 86_400 + " days";
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
