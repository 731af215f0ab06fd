package whybroke.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import whybroke.ingest.Connection;
import whybroke.rules.library.RuleLibrary;

/**
 * Fills an installation with three months of made-up builds, so that every page has something to show. Each job goes in
 * as GitHub would send it, signed, through the real path; the logs of the failed ones are the rule library's own samples
 * and are served by a {@link GitHubStub}. Safe to run again on the same data.
 */
public final class Demo {
    /** Id of the connection that the deliveries go to. */
    public static final String CONNECTION = "demo";

    private static final long SEED = 2_026;
    private static final Duration BETWEEN = Duration.ofMillis(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 60;
    private static final String HOST = "demo.example.org";
    private static final String WEB = "https://" + HOST;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI address;
    private final String secret;

    Demo(URI service, String secret) {
        this.address = service.resolve("/webhooks/" + CONNECTION);
        this.secret = secret;
    }

    public static void run(URI service, Path secretFile, GitHubStub stub, Clock clock) throws IOException {
        run(service, secretFile, stub, clock, System.out::println);
    }

    /**
     * Returns when all was taken, or when the thread is interrupted.
     *
     * @param service base address
     * @param secretFile holds the webhook secret of connection {@link #CONNECTION}
     * @param stub must be the API of that connection, and stay up until the logs are fetched
     * @param say hears what is done
     * @throws IOException when the service does not take deliveries
     */
    public static void run(URI service, Path secretFile, GitHubStub stub, Clock clock, Consumer<String> say)
            throws IOException {
        String secret = Files.readString(secretFile, StandardCharsets.UTF_8).strip();
        List<DemoJob> jobs =
                new DemoPlan(RuleLibrary.shipped(), RuleLibrary.shippedSamples(), SEED).until(clock.instant());
        long failed = jobs.stream().filter(job -> !job.isGreen()).count();
        say.accept("Demo: sending " + jobs.size() + " made-up builds of the last 90 days, " + failed
                + " of them failed; this takes about a minute.");
        try {
            new Demo(service, secret).send(jobs, stub);
            say.accept("Demo: all builds are sent; the last ones are judged within seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the connection must say. */
    public static Connection connection(GitHubStub stub, Path secretFile, Path tokenFile) {
        return new Connection(
                CONNECTION,
                "github",
                HOST,
                stub.api(),
                List.of(stub.logHost()),
                List.of("file:" + secretFile.toAbsolutePath()),
                "file:" + tokenFile.toAbsolutePath(),
                true);
    }

    void send(List<DemoJob> jobs, GitHubStub stub) throws IOException, InterruptedException {
        for (DemoJob job : jobs) {
            if (!job.log().isEmpty()) {
                stub.serve(job.repository(), job.id(), job.log().toArray(StubbedLog[]::new));
            }
            deliver(job);
            Thread.sleep(BETWEEN);
        }
    }

    private void deliver(DemoJob job) throws IOException, InterruptedException {
        HttpRequest delivery = delivery(job);
        for (int attempt = 1; ; attempt++) {
            int status = status(delivery);
            if (status / 100 == 2) {
                return;
            }
            if (status / 100 == 4 || attempt == MOST_TRIES) {
                throw new IOException("the service answered " + (status == 0 ? "nothing" : status) + " at " + address
                        + "; is connection " + CONNECTION + " set up with the right secret?");
            }
            Thread.sleep(500);
        }
    }

    /** 0 when there was no answer. */
    private int status(HttpRequest delivery) throws InterruptedException {
        try {
            return client.send(delivery, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpRequest delivery(DemoJob job) {
        byte[] body = WorkflowJobEvent.of(job, WEB);
        UUID id = UUID.nameUUIDFromBytes(("demo-" + job.id()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitHub-Hookshot/demo")
                .header("X-GitHub-Event", "workflow_job")
                .header("X-GitHub-Delivery", id.toString())
                .header("X-Hub-Signature-256", HubSignature.of(secret, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
