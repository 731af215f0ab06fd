package whybroke.classifier.index.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 90m 12h 7d 2w}, {@code 2026-11-01} (a day of UTC), {@code 2026-11-01T10:00:00Z}. */
final class Moments {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,4})([mhdw])");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private final Instant now;

    Moments(Instant now) {
        this.now = now;
    }

    /** A day begins at its first instant. */
    Instant start(String name, int position, String value) {
        return read(name, position, value, 0);
    }

    /** A day ends with its last instant: {@code until} includes the day. */
    Instant end(String name, int position, String value) {
        return read(name, position, value, 1);
    }

    private Instant read(String name, int position, String value, int daysOn) {
        Matcher ago = AGO.matcher(value);
        if (ago.matches()) {
            return now.minus(unit(ago.group(2).charAt(0)).multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            return DAY.matcher(value).matches()
                    ? LocalDate.parse(value)
                            .plusDays(daysOn)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new QueryError(
                    position,
                    "expected a time after '" + name + ":', such as 7d, 12h, 2026-11-01 or 2026-11-01T10:00:00Z, not '"
                            + value + "'");
        }
    }

    private static Duration unit(char letter) {
        return switch (letter) {
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'd' -> Duration.ofDays(1);
            case 'w' -> Duration.ofDays(7);
            default -> throw new IllegalStateException("the pattern lets only m, h, d and w through");
        };
    }
}
