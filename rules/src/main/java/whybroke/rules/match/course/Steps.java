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
import whybroke.rules.match.StepResult;

/**
 * Which step a line belongs to. A log marks sections, a provider reports steps; they are brought together by name, else by
 * time. Where that is not certain the step stays unknown, and nothing is excused by it.
 */
public final class Steps {
    private final int size;
    private final List<Located> sections = new ArrayList<>();

    private record Located(Range lines, StepFact step) {}

    private Steps(int size) {
        this.size = size;
    }

    public static Steps locate(JobFacts facts, LogLines log) {
        Steps steps = locate(facts, log, true);
        return steps.misses(facts) ? locate(facts, log, false) : steps;
    }

    private static Steps locate(JobFacts facts, LogLines log, boolean trustClock) {
        Steps steps = new Steps(log.size());
        StepFact last = null;
        for (Section section : log.sections()) {
            StepFact step = byName(facts.steps(), section.name(), last);
            step = step == null && trustClock ? byTime(facts.steps(), section.started()) : step;
            last = step == null ? last : step;
            steps.sections.add(new Located(new Range(section.first(), section.last()), step));
        }
        return steps;
    }

    /**
     * True when a step failed and no line is its: the log's clock and the provider's disagree, and what they put into steps
     * that passed would be excused for nothing.
     */
    private boolean misses(JobFacts facts) {
        return facts.steps().stream().anyMatch(Steps::failed)
                && sections.stream().noneMatch(section -> section.step() != null && failed(section.step()));
    }

    private static boolean failed(StepFact step) {
        return step.result() == StepResult.FAILED || step.result() == StepResult.TIMED_OUT;
    }

    /** Null when unknown. Sections lie in each other; the innermost whose step is known tells. */
    public StepFact at(int line) {
        StepFact step = null;
        for (Located section : sections) {
            if (section.lines().holds(line) && section.step() != null) {
                step = section.step();
            }
        }
        return step;
    }

    /** The lines of the same step; of the outermost section when the step is unknown; outside of all, up to the next one. */
    public Range around(int line) {
        StepFact step = at(line);
        if (step != null) {
            return of(step);
        }
        int first = 0;
        int last = size - 1;
        for (Located section : sections) {
            if (section.lines().holds(line)) {
                return section.lines();
            } else if (section.lines().last() < line) {
                first = Math.max(first, section.lines().last() + 1);
            } else {
                last = Math.min(last, section.lines().first() - 1);
            }
        }
        return new Range(first, last);
    }

    private Range of(StepFact step) {
        int first = size - 1;
        int last = 0;
        for (Located section : sections) {
            if (step.equals(section.step())) {
                first = Math.min(first, section.lines().first());
                last = Math.max(last, section.lines().last());
            }
        }
        return new Range(first, last);
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
