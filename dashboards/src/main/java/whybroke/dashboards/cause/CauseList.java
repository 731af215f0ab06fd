package whybroke.dashboards.cause;

import java.util.List;
import whybroke.api.cause.CauseSummary;
import whybroke.dashboards.text.When;

/**
 * @param counted the sentence that says how it was counted
 * @param next address of the following page, null at the end
 */
public record CauseList(CauseQuery query, List<Tab> tabs, List<Row> rows, String counted, String next) {
    public record Tab(String words, String href, boolean current) {
        public boolean isLabel() {
            return !words.equals("All");
        }
    }

    public record Row(CauseSummary cause, String label, When first, When last) {}
}
