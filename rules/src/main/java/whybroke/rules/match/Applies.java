package whybroke.rules.match;

import java.util.List;
import whybroke.rules.library.Scope;
import whybroke.rules.match.course.Steps;

/** Whether a rule's scope lets it speak about a job, and about one of its lines. */
final class Applies {
    private Applies() {}

    /** Provider restricts only where it is known; branch and repository never hold when unknown. */
    static boolean to(Scope scope, JobFacts facts) {
        return (facts.provider() == null || any(scope.provider(), facts.provider()))
                && any(scope.branch(), facts.branch())
                && any(scope.repository(), facts.repository());
    }

    /** A phase restricts only where it is known. */
    static boolean to(Scope scope, Steps steps, JobFacts facts, int line) {
        if (scope.phase().isEmpty()) {
            return true;
        } else if (line >= 0) {
            StepFact step = steps.at(line);
            return step == null || step.phase() == null || scope.phase().contains(step.phase());
        }
        List<StepFact> failed = facts.steps().stream()
                .filter(step -> step.result() == StepResult.FAILED && step.phase() != null)
                .toList();
        return failed.isEmpty()
                || failed.stream().anyMatch(step -> scope.phase().contains(step.phase()));
    }

    private static boolean any(List<String> globs, String text) {
        return globs.isEmpty() || (text != null && globs.stream().anyMatch(glob -> Glob.matches(glob, text)));
    }
}
