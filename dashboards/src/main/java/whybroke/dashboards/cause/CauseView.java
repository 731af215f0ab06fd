package whybroke.dashboards.cause;

import io.quarkus.qute.RawString;
import java.util.List;
import whybroke.api.cause.CauseDetail;
import whybroke.api.cause.CauseSummary;
import whybroke.dashboards.chart.Bars;
import whybroke.dashboards.failure.FailureList;
import whybroke.dashboards.text.When;

/**
 * One cause, in the order of its page.
 *
 * @param sentence how big and where, in the period of the chart
 * @param remedy null when no rule stands behind it
 * @param recent latest failures of it
 */
public record CauseView(
        CauseDetail detail,
        String label,
        String sentence,
        When first,
        When last,
        RawString remedy,
        Bars bars,
        List<Place> where,
        List<FailureList.Row> recent) {
    public record Place(CauseDetail.Place place, When last) {}

    public CauseSummary cause() {
        return detail.summary();
    }
}
