package whybroke.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whybroke.api.problem.ProblemException;
import whybroke.rules.Label;

/** Query parameters with their bounds; what is out of them is a problem that names the parameter. */
public final class Params {
    public static final int USUAL_LIMIT = 50;
    private static final int LONGEST = 500;
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([hdw])");

    private Params() {}

    /** 1 to {@link Page#MOST}, {@link #USUAL_LIMIT} when absent. */
    public static int limit(String value) {
        Long limit = number("limit", value);
        if (limit == null) {
            return USUAL_LIMIT;
        }
        if (limit < 1 || limit > Page.MOST) {
            throw ProblemException.invalid("limit", "must be 1 to " + Page.MOST);
        }
        return limit.intValue();
    }

    /** Empty counts as absent. */
    public static String text(String name, String value) {
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw ProblemException.invalid(name, "must be text of at most " + LONGEST + " characters");
        }
        return value == null || value.isBlank() ? null : value;
    }

    /** One of the five, or {@code none}. */
    public static String label(String value) {
        String label = text("label", value);
        return label == null || label.equals("none")
                ? label
                : word("label", label, Label::of).word();
    }

    public static <T> T word(String name, String value, Function<String, T> reader) {
        try {
            return text(name, value) == null ? null : reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(name, "'" + value + "' is not known here");
        }
    }

    /** The cursor's own reader says what is wrong with it. */
    public static <T> T cursor(Supplier<T> page) {
        try {
            return page.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", e.getMessage());
        }
    }

    public static Long number(String name, String value) {
        return word(name, value, Long::valueOf);
    }

    /** ISO 8601 with an offset, a date (its start in that zone), or how long ago: {@code 12h}, {@code 7d}, {@code 2w}. */
    public static Instant time(String name, String value, ZoneId zone, Clock clock) {
        if (text(name, value) == null) {
            return null;
        }
        try {
            Matcher ago = AGO.matcher(value);
            if (ago.matches()) {
                return clock.instant().minus(duration(Integer.parseInt(ago.group(1)), ago.group(2)));
            }
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
                    : inReach(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "must look like 2026-11-21T09:00:00Z, 2026-11-21 or 7d");
        }
    }

    private static Duration duration(int count, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7L * count);
        };
    }

    private static Instant inReach(Instant time) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
            throw new DateTimeException("out of reach");
        }
        return time;
    }
}
