package whybroke.rules.match.course;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import whybroke.rules.log.LogLines;
import whybroke.rules.log.Section;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.StepFact;

/**
 * Which step a line belongs to. A log marks sections, a provider reports steps; they are brought together by name, else by
 * time. Where that is not certain the step stays unknown, and nothing is excused by it.
 */
public final class Steps {
    private final int size;
    private final List<Start> starts = new ArrayList<>();

    /** From this line on, until the next start. */
    private record Start(int line, StepFact step) {}

    private Steps(int size) {
        this.size = size;
    }

    public static Steps locate(JobFacts facts, LogLines log) {
        Steps steps = new Steps(log.size());
        StepFact last = null;
        for (Section section : log.sections()) {
            StepFact step = byName(facts.steps(), section.name(), last);
            step = step == null ? byTime(facts.steps(), section.started()) : step;
            last = step == null ? last : step;
            steps.starts.add(new Start(section.first(), step));
        }
        return steps;
    }

    /** Null when unknown. */
    public StepFact at(int line) {
        int start = startOf(line);
        return start < 0 ? null : starts.get(start).step();
    }

    /** The lines of the same step; of the same section when the step is unknown; all when there are no sections. */
    public Range around(int line) {
        if (starts.isEmpty()) {
            return new Range(0, size - 1);
        }
        int first = startOf(line);
        int last = first;
        StepFact step = at(line);
        while (step != null && first > 0 && step.equals(starts.get(first - 1).step())) {
            first--;
        }
        while (step != null
                && last + 1 < starts.size()
                && step.equals(starts.get(last + 1).step())) {
            last++;
        }
        return new Range(
                first < 0 ? 0 : starts.get(first).line(),
                last + 1 < starts.size() ? starts.get(last + 1).line() - 1 : size - 1);
    }

    private int startOf(int line) {
        int low = 0;
        int high = starts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle).line() <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Steps come in order, so of two with one name the one not before the last located step is meant. */
    private static StepFact byName(List<StepFact> steps, String section, StepFact last) {
        for (StepFact step : steps) {
            if (step.name() != null && (last == null || step.number() >= last.number()) && same(step.name(), section)) {
                return step;
            }
        }
        return null;
    }

    private static boolean same(String step, String section) {
        return step.strip().equalsIgnoreCase(section.strip());
    }

    /** Providers give whole seconds, so a section on the border of two steps belongs to neither for sure. */
    private static StepFact byTime(List<StepFact> steps, Instant started) {
        if (started == null) {
            return null;
        }
        List<StepFact> candidates =
                steps.stream().filter(step -> runsAt(step, started)).toList();
        boolean sure = candidates.stream().map(Steps::weight).distinct().count() == 1;
        return sure ? candidates.getLast() : null;
    }

    private static boolean runsAt(StepFact step, Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return step.started() != null
                && !time.isBefore(step.started())
                && (step.finished() == null || !second.isAfter(step.finished()));
    }

    private static int weight(StepFact step) {
        return Objects.hash(step.result(), step.mayFail(), step.phase());
    }
}
