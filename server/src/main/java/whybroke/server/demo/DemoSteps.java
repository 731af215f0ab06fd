package whybroke.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/** The steps of a job as GitHub lists them, with what it adds before and after. */
final class DemoSteps {
    private static final String CHECKOUT = "Run actions/checkout@v4";

    private DemoSteps() {}

    static List<DemoJob.Step> passed(DemoProject.Work work, Instant from, Instant to) {
        return laidOut(work, "success", from, to);
    }

    /** @param conclusion of the step that does the work */
    static List<DemoJob.Step> failed(DemoProject.Work work, String conclusion, Instant from, Instant to) {
        return laidOut(work, conclusion, from, to);
    }

    /** As a sample's facts give them. */
    static List<DemoJob.Step> of(List<StepFact> facts, Instant from, Instant to) {
        Duration each = Duration.between(from, to).dividedBy(facts.size());
        List<DemoJob.Step> steps = new ArrayList<>();
        for (StepFact fact : facts) {
            Instant started = from.plus(each.multipliedBy(steps.size()));
            steps.add(
                    new DemoJob.Step(steps.size() + 1, fact.name(), word(fact.result()), started, started.plus(each)));
        }
        return steps;
    }

    /** The work takes all the time, so that every line of the log is from its step. */
    private static List<DemoJob.Step> laidOut(DemoProject.Work work, String conclusion, Instant from, Instant to) {
        return List.of(
                new DemoJob.Step(1, "Set up job", "success", from, from),
                new DemoJob.Step(2, CHECKOUT, "success", from, from),
                new DemoJob.Step(3, work.step(), conclusion, from, to),
                new DemoJob.Step(4, "Post " + CHECKOUT, "success", to, to),
                new DemoJob.Step(5, "Complete job", "success", to, to));
    }

    /** GitHub's word. */
    private static String word(StepResult result) {
        return switch (result) {
            case PASSED -> "success";
            case FAILED, TIMED_OUT, UNKNOWN -> "failure";
            case CANCELLED -> "cancelled";
            case SKIPPED -> "skipped";
        };
    }
}
