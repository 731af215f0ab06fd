package whybroke.ingest.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import whybroke.ingest.download.Refusal;

/** When a provider lets us ask again. */
final class RetryAt {
    /** No limit we know of lasts longer than an hour; a larger wish is a mistake. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private RetryAt() {}

    /** @param reset a header with the second since 1970 at which the limit ends; used without {@code Retry-After} */
    static Instant of(Refusal refusal, Instant now, String reset) {
        Instant at = afterwards(refusal.header("Retry-After"), now);
        String second = refusal.header(reset);
        if (at == null && second != null && second.matches("\\d{1,11}")) {
            at = Instant.ofEpochSecond(Long.parseLong(second));
        }
        Instant latest = now.plus(LONGEST);
        return at == null || at.isBefore(now) ? null : at.isAfter(latest) ? latest : at;
    }

    /** Seconds, or a date as HTTP writes it. */
    private static Instant afterwards(String header, Instant now) {
        if (header == null) {
            return null;
        }
        if (header.matches("\\d{1,9}")) {
            return now.plusSeconds(Long.parseLong(header));
        }
        try {
            return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
