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
        return laidOut(
                List.of("Set up job", CHECKOUT, work.step(), "Post " + CHECKOUT, "Complete job"),
                -1,
                "success",
                from,
                to);
    }

    /** @param conclusion of the step that does the work */
    static List<DemoJob.Step> failed(DemoProject.Work work, String conclusion, Instant from, Instant to) {
        return laidOut(
                List.of("Set up job", CHECKOUT, work.step(), "Post " + CHECKOUT, "Complete job"),
                2,
                conclusion,
                from,
                to);
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

    private static List<DemoJob.Step> laidOut(
            List<String> names, int failing, String conclusion, Instant from, Instant to) {
        Duration each = Duration.between(from, to).dividedBy(names.size());
        List<DemoJob.Step> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Instant started = from.plus(each.multipliedBy(i));
            steps.add(new DemoJob.Step(
                    i + 1, names.get(i), i == failing ? conclusion : "success", started, started.plus(each)));
        }
        return steps;
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
