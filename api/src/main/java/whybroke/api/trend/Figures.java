package whybroke.api.trend;

import jakarta.enterprise.context.ApplicationScoped;
import whybroke.api.account.Viewer;

/** The figures, each with what it was taken over. Of what the viewer may see, and by the provider's finish time. */
@ApplicationScoped
public class Figures {
    public Categories categories(Viewer viewer, Period period, FigureFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** @param limit 1 to 100 */
    public TopCauses causes(Viewer viewer, Period period, FigureFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    public Coverage coverage(Viewer viewer, Period period, FigureFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** {@code 30d}, the last 30 days of the reporting zone. */
    public Period lastDays(int days) {
        throw new UnsupportedOperationException();
    }
}
