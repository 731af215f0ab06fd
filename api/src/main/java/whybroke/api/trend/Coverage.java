package whybroke.api.trend;

/**
 * How much of what failed we could explain.
 *
 * @param usable failures with a log we could read, or labelled by facts alone
 * @param labelled of those
 * @param share labelled / usable, null when nothing was usable
 * @param platform failures whose blame is the platform's
 * @param runs pipeline runs that finished, each once, by its last attempt
 * @param platformRuns of those, failed through the platform
 * @param platformSuccess interval for 1 - platform's runs / runs: from "every unlabelled failure is the platform's" to
 *     "every unlabelled failure is the team's"; null when no run finished
 * @param platformSuccessJobs the same counted in jobs
 */
public record Coverage(
        Period period,
        Denominators over,
        long usable,
        long labelled,
        Double share,
        long platform,
        long runs,
        long platformRuns,
        Interval platformSuccess,
        Interval platformSuccessJobs) {
    public record Interval(double low, double high) {}
}
