package whybroke.ingest.provider;

import java.util.List;
import whybroke.ingest.FinishedJob;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.StepResult;

/** GitHub's words in ours, and the parts that all its events share. */
final class GitHubWords {
    private GitHubWords() {}

    /** The list is open: what we do not know is unknown, and the raw word travels beside it. */
    static JobOutcome outcome(String conclusion) {
        return switch (conclusion) {
            case "success", "neutral" -> JobOutcome.PASSED;
            case "failure" -> JobOutcome.FAILED;
            case "timed_out" -> JobOutcome.TIMED_OUT;
            case "startup_failure" -> JobOutcome.STARTUP_FAILURE;
            case "cancelled" -> JobOutcome.CANCELLED;
            case "skipped" -> JobOutcome.SKIPPED;
            case null, default -> JobOutcome.UNKNOWN;
        };
    }

    static StepResult result(String conclusion) {
        return switch (conclusion) {
            case "success", "neutral" -> StepResult.PASSED;
            case "failure" -> StepResult.FAILED;
            case "timed_out" -> StepResult.TIMED_OUT;
            case "cancelled" -> StepResult.CANCELLED;
            case "skipped" -> StepResult.SKIPPED;
            case null, default -> StepResult.UNKNOWN;
        };
    }

    static FinishedJob.Repository repository(Foreign event) throws Unreadable {
        Foreign repository = event.get("repository");
        String name = repository.text("full_name");
        if (name == null) {
            throw new Unreadable("repository.full_name is missing");
        }
        return new FinishedJob.Repository(repository.text("id", name), name, repository.bool("private"));
    }

    /** The change request of a run; GitHub leaves the list empty when it comes from a fork. */
    static String changeRequest(Foreign run) {
        List<Foreign> requests = run.get("pull_requests").elements(1);
        return requests.isEmpty() ? null : requests.getFirst().text("number");
    }

    /** @return a present id, for identities rest on it */
    static String id(Foreign of, String what) throws Unreadable {
        String id = of.text("id");
        if (id == null) {
            throw new Unreadable(what + ".id is missing");
        }
        return id;
    }
}
