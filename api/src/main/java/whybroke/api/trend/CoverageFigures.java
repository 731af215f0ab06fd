package whybroke.api.trend;

import java.util.Set;
import whybroke.api.trend.Coverage.Interval;

/** Coverage and the platform's success from counts alone. */
final class CoverageFigures {
    private static final Set<String> READABLE = Set.of("whole", "cut", "too-large");

    private CoverageFigures() {}

    static Coverage of(Period period, Denominators over, Tally tally, Runs runs) {
        long labelled = tally.count(Tally.Cell::isLabelled);
        long usable = tally.count(cell -> cell.isLabelled() || READABLE.contains(cell.logState()));
        long platform = tally.count(cell -> cell.blame().equals("platform"));
        return new Coverage(
                period,
                over,
                usable,
                labelled,
                usable == 0 ? null : (double) labelled / usable,
                platform,
                runs.all(),
                runs.platform(),
                interval(runs.platform(), runs.unknown(), runs.all()),
                interval(platform, over.failures() - labelled, over.jobs()));
    }

    private static Interval interval(long platform, long unknown, long all) {
        return all == 0 ? null : new Interval(1 - (double) (platform + unknown) / all, 1 - (double) platform / all);
    }
}
