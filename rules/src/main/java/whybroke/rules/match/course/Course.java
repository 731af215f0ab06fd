package whybroke.rules.match.course;

import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/** How one job went, as far as its log and its steps tell. */
public final class Course {
    private final Steps steps;
    private final JobEnd end;
    private final TestOutput tests;
    private final Retries retries;
    private final Requests requests;

    private Course(Steps steps, LogLines log) {
        this.steps = steps;
        this.end = JobEnd.of(log, steps);
        this.tests = TestOutput.of(log);
        this.retries = Retries.of(log, steps);
        this.requests = new Requests(log);
    }

    public static Course of(JobFacts facts, LogLines log) {
        return new Course(Steps.locate(facts, log), log);
    }

    public Steps steps() {
        return steps;
    }

    /** Why nothing on this line can have broken the job, in the words of {@code Hit.lost}; null when it can. */
    public String excuse(int line) {
        StepFact step = steps.at(line);
        if (step != null && step.phase() == Phase.POST) {
            return "clean-up";
        } else if (step != null && (step.result() == StepResult.PASSED || step.result() == StepResult.SKIPPED)) {
            return "step passed";
        } else if (step != null && step.mayFail()) {
            return "step may fail";
        }
        return end.inCleanUp(line) ? "clean-up" : null;
    }

    public boolean isPastEnd(int line) {
        return end.isPast(line);
    }

    public boolean isTestOutput(int line) {
        return tests.holds(line);
    }

    public boolean isOutputOfPassedTest(int line) {
        return tests.holdsOfPassed(line);
    }

    /** The command was run again and passed. */
    public boolean passedLater(int line) {
        return retries.passedLater(line);
    }

    /** What this line asked for was had later. */
    public boolean requestSucceededLater(int line) {
        return requests.succeedsAfter(line);
    }

    /** The log says that this was not the last attempt, and nowhere near that attempts ran out. */
    public boolean announcesRetry(int line) {
        return retries.announced(line);
    }
}
