package whybroke.api.cause;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import whybroke.api.Page;
import whybroke.api.account.Viewer;
import whybroke.api.trend.Period;

/** Questions about causes. A cause without a failure that the viewer may see does not exist for them. */
@ApplicationScoped
public class Causes {
    /** Most failures in the period first. */
    public Page<CauseSummary> page(Viewer viewer, CauseFilter filter, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<CauseDetail> one(Viewer viewer, long id, Period period) {
        throw new UnsupportedOperationException();
    }

    public Optional<CauseTrend> trend(Viewer viewer, long id, Period period) {
        throw new UnsupportedOperationException();
    }
}
