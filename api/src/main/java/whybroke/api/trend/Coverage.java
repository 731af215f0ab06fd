package whybroke.api.trend;

/**
 * How much of what failed we could explain.
 *
 * @param usable failures with a log we could read, or labelled by facts alone
 * @param labelled of those
 * @param share labelled / usable, null when nothing was usable
 * @param platform failures whose blame is the platform's
 * @param platformSuccess interval for 1 - platform failures / jobs: from "every unlabelled one is the platform's" to
 *     "every unlabelled one is the team's"; null when no job finished
 */
public record Coverage(
        Period period,
        Denominators over,
        long usable,
        long labelled,
        Double share,
        long platform,
        Interval platformSuccess) {
    public record Interval(double low, double high) {}
}
