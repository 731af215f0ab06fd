package whybroke.dashboards.failure;

import java.util.List;
import whybroke.api.failure.FailureDetail.JobRun;
import whybroke.dashboards.failure.FailureView.Run;
import whybroke.dashboards.text.Times;
import whybroke.rules.match.JobOutcome;

/** Runs of one job as ticks and shapes. */
record Runs(Times times) {
    List<Run> oldestFirst(List<JobRun> newestFirst) {
        return asGiven(newestFirst.reversed());
    }

    List<Run> asGiven(List<JobRun> runs) {
        return runs.stream().map(this::run).toList();
    }

    String words(List<JobRun> runs) {
        long passed =
                runs.stream().filter(run -> run.outcome() == JobOutcome.PASSED).count();
        return "Latest " + Words.count(runs.size(), "run", "runs") + " of this job, newest right: " + passed
                + " passed, "
                + runs.stream().filter(run -> run.outcome().isFailure()).count() + " failed";
    }

    private Run run(JobRun run) {
        boolean failed = run.outcome().isFailure();
        String label = !failed
                ? null
                : run.label() == null ? Answer.UNLABELLED : run.label().word();
        String words = "Run " + run.run() + (run.attempt() > 1 ? ", attempt " + run.attempt() : "") + ": "
                + outcome(run.outcome()) + (failed ? ", " + label : "");
        return new Run(
                label,
                words,
                failed ? "/failures/" + run.id() : Links.web(run.url()),
                run.thisOne(),
                times.when(run.finished()));
    }

    private static String outcome(JobOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed out";
            case SYSTEM_FAILURE -> "failed by the CI system";
            case STARTUP_FAILURE -> "did not start";
            case CANCELLED -> "cancelled";
            case SKIPPED -> "skipped";
            case UNKNOWN -> "ended in an unknown way";
        };
    }
}
