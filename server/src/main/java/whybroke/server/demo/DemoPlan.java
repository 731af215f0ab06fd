package whybroke.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.library.Sample;

/** Three months of made-up builds: the same seed and the same day give the same jobs. */
public final class DemoPlan {
    static final int DAYS = 90;
    private final DemoMishaps mishaps;
    private final long seed;

    public DemoPlan(RuleLibrary library, List<Sample> samples, long seed) {
        this.mishaps = DemoMishaps.of(library, samples, seed);
        this.seed = seed;
    }

    /** What has finished in the 90 days before {@code now}, oldest first. */
    public List<DemoJob> until(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<DemoJob> jobs = new ArrayList<>();
        for (int ago = DAYS; ago >= 0; ago--) {
            LocalDate day = today.minusDays(ago);
            jobs.addAll(new DemoDay(day, new SplittableRandom(seed * 100_003 + day.toEpochDay()), mishaps).jobs());
        }
        jobs.removeIf(job -> job.finished().isAfter(now));
        jobs.sort(Comparator.comparing(DemoJob::finished).thenComparing(DemoJob::id));
        return jobs;
    }
}
