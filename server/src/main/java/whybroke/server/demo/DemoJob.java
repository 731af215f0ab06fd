package whybroke.server.demo;

import java.time.Instant;
import java.util.List;

/**
 * One job that has finished, as GitHub would tell of it.
 *
 * @param repository full name
 * @param runId of the run it belongs to; a second attempt has the same
 * @param id of this attempt's job
 * @param conclusion GitHub's word, {@code failure}
 * @param log what the stub answers when its log is asked for, in turn; empty for a green one
 */
public record DemoJob(
        String repository,
        long repositoryId,
        String workflow,
        String name,
        String branch,
        String commit,
        String actor,
        long runId,
        int attempt,
        long id,
        String conclusion,
        Instant created,
        Instant started,
        Instant finished,
        List<Step> steps,
        List<StubbedLog> log) {
    public DemoJob {
        steps = List.copyOf(steps);
        log = List.copyOf(log);
    }

    /** @param conclusion GitHub's word */
    public record Step(int number, String name, String conclusion, Instant started, Instant finished) {}

    public boolean isGreen() {
        return conclusion.equals("success");
    }
}
