package whybroke.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.library.Sample;

/** What goes wrong when: some things often, some seldom, each in bad weeks much more than in others. */
final class DemoMishaps {
    private static final double UNKNOWN = 0.03;
    private static final double EXPIRED = 0.03;
    /** So much oftener than usual does a rule's failure happen in a bad week, ... */
    private static final int BAD_WEEK = 25;
    /** ... and so seldom has it one: each week a few rules make half of all failures. */
    private static final int ONE_IN = 24;

    private static final Set<String> ELSEWHERE = Set.of("gitlab", "jenkins", "azure", "circleci", "buildkite");
    private final List<DemoMishap.Known> known;
    private final List<List<DemoMishap.Known>> byRule;
    private final long seed;

    private DemoMishaps(List<DemoMishap.Known> known, long seed) {
        this.known = known;
        this.byRule = List.copyOf(known.stream()
                .collect(Collectors.groupingBy(mishap -> mishap.sample().rule(), TreeMap::new, Collectors.toList()))
                .values());
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

    private static Label labelOf(RuleLibrary library, RuleId rule) {
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
        List<DemoMishap.Known> samples = rule(day.toEpochDay() / 7, random);
        return samples.get(random.nextInt(samples.size()));
    }

    private List<DemoMishap.Known> rule(long week, RandomGenerator random) {
        int[] weights = IntStream.range(0, byRule.size())
                .map(rule -> weight(rule, week))
                .toArray();
        int at = random.nextInt(IntStream.of(weights).sum());
        int chosen = 0;
        for (; at >= weights[chosen]; chosen++) {
            at -= weights[chosen];
        }
        return byRule.get(chosen);
    }

    private int weight(int rule, long week) {
        int usual = 1 + new SplittableRandom(seed + rule).nextInt(4);
        boolean bad = new SplittableRandom(seed * 31 + rule * 1_009L + week).nextInt(ONE_IN) == 0;
        return bad ? usual * BAD_WEEK : usual;
    }
}
