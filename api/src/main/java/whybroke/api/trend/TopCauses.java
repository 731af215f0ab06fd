package whybroke.api.trend;

import java.util.List;
import whybroke.rules.Label;

/** The causes with the most failures in a period, largest first. */
public record TopCauses(Period period, Denominators over, List<Row> rows) {
    /** @param share of all failures of the period */
    public record Row(long cause, String title, Label label, String rule, long failures, double share, long previous) {}
}
