package whybroke.api.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import whybroke.api.Params;
import whybroke.api.problem.ProblemException;

/** Reads {@code period=30d}, or {@code from} and {@code to}. */
@ApplicationScoped
public class Periods {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 800;
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}d");

    private final FigureSettings settings;
    private final Clock clock;

    Periods(FigureSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** All may be null: then the last 30 days. {@code to} alone is missing: until now. */
    public Period read(String period, String from, String to) {
        Instant begin = Params.time("from", from, settings.zone(), clock);
        Instant end = Params.time("to", to, settings.zone(), clock);
        if (begin == null && end == null) {
            return lastDays(period);
        }
        if (begin == null) {
            throw ProblemException.invalid("from", "is missing");
        }
        if (period != null) {
            throw ProblemException.invalid("period", "stands for from and to; send one or the other");
        }
        return between(begin, end == null ? clock.instant() : end);
    }

    private Period lastDays(String period) {
        if (period != null && !DAYS.matcher(period).matches()) {
            throw ProblemException.invalid("period", "must look like 30d");
        }
        int days = period == null ? USUAL_DAYS : Integer.parseInt(period.substring(0, period.length() - 1));
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.invalid("period", "must be 1d to " + MOST_DAYS + "d");
        }
        return Period.lastDays(days, clock.instant(), settings.zone());
    }

    private Period between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("to", "must be later than from");
        }
        if (Duration.between(from, to).toDays() > MOST_DAYS) {
            throw ProblemException.invalid("from", "at most " + MOST_DAYS + " days can be asked at once");
        }
        return new Period(from, to, settings.zone());
    }
}
