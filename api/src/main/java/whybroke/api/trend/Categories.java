package whybroke.api.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Failures by label in one period, beside the period before it.
 *
 * @param rows largest first; the unlabelled ones are a row of their own, {@code unlabelled}
 * @param days failures a day per label, every day of the period, oldest first
 */
public record Categories(Period period, Denominators over, long previousFailures, List<Row> rows, List<Day> days) {
    /**
     * @param label one of the five, or {@code unlabelled}
     * @param share of all failures of the period, 0 when there are none
     * @param previous failures in the period before
     */
    public record Row(String label, long failures, double share, long previous, double previousShare) {}

    public record Day(LocalDate day, Map<String, Long> failures) {}
}
