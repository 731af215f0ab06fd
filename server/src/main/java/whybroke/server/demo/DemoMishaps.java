package whybroke.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import whybroke.rules.RuleId;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.library.Sample;

/** What goes wrong when: some things often, some seldom, each in bad weeks much more than in others. */
final class DemoMishaps {
    private static final double UNKNOWN = 0.03;
    private static final double EXPIRED = 0.03;
    private static final int BAD_WEEK = 8;
    private static final int ONE_IN = 9;
    private static final Set<String> ELSEWHERE = Set.of("gitlab", "jenkins", "azure", "circleci", "buildkite");
    private final List<DemoMishap.Known> known;
    private final long seed;

    private DemoMishaps(List<DemoMishap.Known> known, long seed) {
        this.known = known;
        this.seed = seed;
    }

    /** All hits among the samples that a GitHub job can have. */
    static DemoMishaps of(RuleLibrary library, List<Sample> samples, long seed) {
        return new DemoMishaps(
                samples.stream()
                        .filter(Sample::mustHit)
                        .filter(sample -> sample.facts().provider() == null
                                || !ELSEWHERE.contains(sample.facts().provider()))
                        .map(sample -> new DemoMishap.Known(sample, labelOf(library, sample.rule())))
                        .toList(),
                seed);
    }

    private static whybroke.rules.Label labelOf(RuleLibrary library, RuleId rule) {
        return library.rule(rule).orElseThrow().label();
    }

    List<DemoMishap.Known> known() {
        return known;
    }

    DemoMishap on(LocalDate day, RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < UNKNOWN) {
            return new DemoMishap.Unknown("deploy");
        }
        if (kind < UNKNOWN + EXPIRED) {
            return new DemoMishap.Expired("maven");
        }
        int[] weights = new int[known.size()];
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(i, day.toEpochDay() / 7);
            sum += weights[i];
        }
        int at = random.nextInt(sum);
        int chosen = 0;
        for (; at >= weights[chosen]; chosen++) {
            at -= weights[chosen];
        }
        return known.get(chosen);
    }

    private int weight(int mishap, long week) {
        int usual = 1 + new SplittableRandom(seed + mishap).nextInt(4);
        boolean bad = new SplittableRandom(seed * 31 + mishap * 1_009L + week).nextInt(ONE_IN) == 0;
        return bad ? usual * BAD_WEEK : usual;
    }
}
