package whybroke.rules.match.course;

import java.util.BitSet;
import whybroke.rules.log.LogLines;
import whybroke.rules.log.Section;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/** Where a job's own work ended: its first failed command, and the clean-up that CI systems run whatever happened. */
final class JobEnd {
    private final BitSet cleanUp = new BitSet();
    private int end = Integer.MAX_VALUE;

    static JobEnd of(LogLines log, Steps steps) {
        JobEnd job = new JobEnd();
        int opened = -1;
        for (int i = 0; i < log.size(); i++) {
            String line = log.line(i);
            if (job.end == Integer.MAX_VALUE && ends(line) && !harmless(steps.at(i))) {
                job.end = i;
            }
            if (opened < 0 && opensCleanUp(line)) {
                opened = i;
            } else if (opened >= 0 && closesCleanUp(line)) {
                job.cleanUp.set(opened, i);
                opened = -1;
            }
        }
        if (opened >= 0) {
            job.cleanUp.set(opened, log.size());
        }
        log.sections().stream()
                .filter(JobEnd::isCleanUp)
                .forEach(section -> job.cleanUp.set(section.first(), Math.max(section.first(), section.last() + 1)));
        return job;
    }

    boolean inCleanUp(int line) {
        return cleanUp.get(line);
    }

    /** Behind the line by which the CI system says that a command failed the job. */
    boolean isPast(int line) {
        return line > end;
    }

    private static boolean harmless(StepFact step) {
        return step != null && (step.result() == StepResult.PASSED || step.mayFail() || step.phase() == Phase.POST);
    }

    /** GitHub, Azure, Travis, Buildkite, CircleCI, GitLab, Jenkins, in this order. */
    private static boolean ends(String line) {
        boolean error = line.startsWith("##[error]") || line.startsWith("Error:");
        return (error && line.contains("Process completed with exit code "))
                || (error && line.contains(" exited with code '"))
                || travisCommandFailed(line)
                || line.contains("Error: The command exited with status ")
                || line.startsWith("Exited with code ")
                || line.startsWith("ERROR: Job failed: ")
                || line.equals("Finished: FAILURE");
    }

    private static boolean travisCommandFailed(String line) {
        return line.startsWith("The command \"") && line.contains(" exited with ") && !line.endsWith(" exited with 0.");
    }

    private static boolean opensCleanUp(String line) {
        return line.startsWith("Post job cleanup.")
                || line.startsWith("Running after_script")
                || line.startsWith("Running after script...")
                || line.contains("{ (Declarative: Post Actions)")
                || line.startsWith("~~~ Running global post-command hook")
                || line.startsWith("~~~ Running global pre-exit hook");
    }

    private static boolean closesCleanUp(String line) {
        return line.startsWith("ERROR: Job failed")
                || line.startsWith("Cleaning up project directory")
                || line.startsWith("[Pipeline] End of Pipeline");
    }

    private static boolean isCleanUp(Section section) {
        String name = section.name();
        return name.startsWith("Post Run ")
                || name.startsWith("Post job")
                || name.startsWith("after_script")
                || name.startsWith("after_failure")
                || name.startsWith("after_success")
                || name.equals("Declarative: Post Actions");
    }
}
