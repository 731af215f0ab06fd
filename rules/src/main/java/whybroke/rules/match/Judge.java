package whybroke.rules.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import whybroke.rules.Label;
import whybroke.rules.library.Rule;
import whybroke.rules.match.course.Course;

/**
 * Finds the decisive event: the earliest one of the best tier without which the build would have gone on. Everything else is
 * told why it was not.
 */
final class Judge {
    /** Reasons that leave a hit a candidate when nothing decides. */
    private static final List<String> CLOSE = List.of("wrapper", "test output", "clean-up");

    private final JobFacts facts;
    private final Course course;
    private final Recovered recovered;
    private final List<Evidence> evidence;
    private final IdentityHashMap<Evidence, String> lost = new IdentityHashMap<>();

    Judge(JobFacts facts, Course course, Recovered recovered, List<Evidence> evidence) {
        this.facts = facts;
        this.course = course;
        this.recovered = recovered;
        this.evidence = evidence.stream()
                .sorted(Comparator.comparingInt(this::place)
                        .thenComparing(Evidence::weight, Comparator.reverseOrder())
                        .thenComparing(one -> one.rule().id()))
                .toList();
    }

    Judgement judge() {
        evidence.forEach(one -> lose(one, excuse(one)));
        losePastEnd();
        loseRetried();
        List<Evidence> open = open();
        if (open.isEmpty()) {
            return new Judgement(null, List.of(), candidates(), evidence, lost);
        }
        Tier best = open.stream()
                .map(one -> one.rule().tier())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        open.stream().filter(one -> one.rule().tier() != best).forEach(one -> lose(one, "lower tier"));
        return contest(open());
    }

    private String excuse(Evidence one) {
        Rule rule = one.rule();
        String excuse = one.line() < 0 ? null : course.excuse(one.line());
        if (excuse != null) {
            return excuse;
        } else if (isPrintedByTest(one)) {
            return "test output";
        } else if (recovered.is(one)) {
            return "recovered";
        } else if (rule.tier() == Tier.WRAPPER && rule.label().excuses()) {
            return "wrapper";
        }
        return rule.status() == Rule.Status.SHADOW ? "shadow" : null;
    }

    /** A failing test's own errors are why it failed; what else it prints is not, and of a passing test nothing is. */
    private boolean isPrintedByTest(Evidence one) {
        if (one.line() < 0 || one.rule().inTestOutput()) {
            return false;
        }
        return switch (one.rule().label()) {
            case INFRA, DEPENDENCY, PERMISSION -> course.isTestOutput(one.line());
            case APP -> course.isOutputOfPassedTest(one.line());
            case FLAKY_TEST -> false;
        };
    }

    /** Behind the failed command only counts what has no rival before it. */
    private void losePastEnd() {
        boolean before =
                open().stream().anyMatch(one -> one.line() >= 0 && isTelling(one) && !course.isPastEnd(one.line()));
        if (before) {
            open().stream().filter(one -> course.isPastEnd(one.line())).forEach(one -> lose(one, "clean-up"));
        }
    }

    /** An attempt that was to be repeated decides only when nothing went wrong after it. */
    private void loseRetried() {
        List<Evidence> retried = open().stream()
                .filter(one -> one.line() >= 0 && one.rule().label() != Label.FLAKY_TEST)
                .filter(one -> course.announcesRetry(one.line()))
                .toList();
        int last = open().stream()
                .filter(one -> isTelling(one) && !retried.contains(one))
                .mapToInt(Evidence::line)
                .max()
                .orElse(-1);
        retried.stream().filter(one -> one.line() < last).forEach(one -> lose(one, "recovered"));
    }

    private static boolean isTelling(Evidence one) {
        return one.rule().tier() != Tier.WRAPPER;
    }

    /** Of those at the first place the most specific wins; when that does not tell their labels apart, nobody does. */
    private Judgement contest(List<Evidence> open) {
        Evidence first = open.getFirst();
        List<Evidence> rivals = new ArrayList<>();
        for (Evidence one : open.subList(1, open.size())) {
            if (place(one) > place(first)) {
                lose(one, "later");
            } else if (one.weight() < first.weight()
                    || one.rule().label() == first.rule().label()) {
                lose(one, "less specific");
            } else {
                lose(one, "contradicted");
                rivals.add(one);
            }
        }
        if (rivals.isEmpty()) {
            return new Judgement(first, List.of(), List.of(), evidence, lost);
        }
        lose(first, "contradicted");
        rivals.addFirst(first);
        return new Judgement(null, rivals, rivals, evidence, lost);
    }

    private List<Evidence> candidates() {
        return evidence.stream()
                .filter(one -> one.rule().status() != Rule.Status.SHADOW && CLOSE.contains(lost.get(one)))
                .sorted(Comparator.comparingInt(one -> CLOSE.indexOf(lost.get(one))))
                .toList();
    }

    private List<Evidence> open() {
        return evidence.stream().filter(one -> !lost.containsKey(one)).toList();
    }

    private void lose(Evidence one, String why) {
        if (why != null) {
            lost.putIfAbsent(one, why);
        }
    }

    /**
     * A fact has no line: what the log shows came before the end of the job, so facts stand last; unless the CI system itself
     * says that it was at fault, then nothing in the log was.
     */
    private int place(Evidence one) {
        if (one.line() >= 0) {
            return one.line();
        }
        return facts.outcome() == JobOutcome.STARTUP_FAILURE || facts.outcome() == JobOutcome.SYSTEM_FAILURE
                ? -1
                : Integer.MAX_VALUE;
    }
}
