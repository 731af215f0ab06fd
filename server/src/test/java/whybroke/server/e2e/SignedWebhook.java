package whybroke.server.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import whybroke.server.demo.DemoJob;
import whybroke.server.demo.HubSignature;
import whybroke.server.demo.WorkflowJobEvent;

/**
 * A GitHub {@code workflow_job} delivery as a test needs it: change what matters, the rest is usual. Immutable.
 *
 * @param deliveryId GitHub's, the same when it delivers again
 */
public record SignedWebhook(
        String repository,
        String job,
        long id,
        int attempt,
        String branch,
        String commit,
        String conclusion,
        Instant finished,
        UUID deliveryId) {
    private static final Duration TOOK = Duration.ofMinutes(3);

    /** A failed job {@code build} on {@code main} of this repository. */
    public static SignedWebhook failed(String repository, long id, Instant finished) {
        return new SignedWebhook(
                repository, "build", id, 1, "main", "c0ffee00".repeat(5), "failure", finished, UUID.randomUUID());
    }

    public SignedWebhook named(String name) {
        return new SignedWebhook(repository, name, id, attempt, branch, commit, conclusion, finished, deliveryId);
    }

    public SignedWebhook on(String newBranch, String newCommit) {
        return new SignedWebhook(repository, job, id, attempt, newBranch, newCommit, conclusion, finished, deliveryId);
    }

    /** The same job run again: another id, a higher attempt, a later end. */
    public SignedWebhook runAgain(long newId, String newConclusion) {
        return new SignedWebhook(
                repository,
                job,
                newId,
                attempt + 1,
                branch,
                commit,
                newConclusion,
                finished.plus(TOOK),
                UUID.randomUUID());
    }

    /** GitHub's word, {@code success}. */
    public SignedWebhook ending(String newConclusion) {
        return new SignedWebhook(repository, job, id, attempt, branch, commit, newConclusion, finished, deliveryId);
    }

    public byte[] body() {
        Instant started = finished.minus(TOOK);
        List<DemoJob.Step> steps = List.of(
                new DemoJob.Step(1, "Set up job", "success", started, started.plusSeconds(2)),
                new DemoJob.Step(
                        2, "Run actions/checkout@v4", "success", started.plusSeconds(2), started.plusSeconds(5)),
                new DemoJob.Step(3, "Build", conclusion, started.plusSeconds(5), finished),
                new DemoJob.Step(4, "Complete job", "success", finished, finished));
        return WorkflowJobEvent.of(
                new DemoJob(
                        repository,
                        Math.abs((long) repository.hashCode()),
                        "ci",
                        job,
                        branch,
                        commit,
                        "sam",
                        id / 10,
                        attempt,
                        id,
                        conclusion,
                        started.minusSeconds(10),
                        started,
                        finished,
                        steps,
                        List.of()),
                "https://github.example.org");
    }

    /** Signed with this secret, for {@code POST /webhooks/{connection}}. */
    public HttpRequest to(URI service, String connection, String secret) {
        return to(service, connection, HubSignature.of(secret, body()), body());
    }

    /** With any signature and body: for forgeries. */
    public HttpRequest to(URI service, String connection, String signature, byte[] body) {
        return HttpRequest.newBuilder(service.resolve("/webhooks/" + connection))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitHub-Hookshot/test")
                .header("X-GitHub-Event", "workflow_job")
                .header("X-GitHub-Delivery", deliveryId.toString())
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
