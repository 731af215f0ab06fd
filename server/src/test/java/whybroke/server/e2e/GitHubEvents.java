package whybroke.server.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed {@code workflow_job} deliveries as GitHub sends them, as small as they may be. */
record GitHubEvents(URI address, String secret) {
    record Job(long id, String repository, String name, String conclusion, String commit, Instant finished) {}

    static String body(Job job) {
        Instant finished = job.finished().truncatedTo(ChronoUnit.SECONDS);
        return """
                {"action":"completed","workflow_job":{"id":%d,"run_id":%d,"run_attempt":1,"head_sha":"%s",
                "head_branch":"main","html_url":"https://github.example.org/%s/actions/runs/%d/job/%d",
                "status":"completed","conclusion":"%s","created_at":"%s","started_at":"%s","completed_at":"%s",
                "name":"%s","steps":[],"labels":["ubuntu-latest"],"runner_id":7,"runner_name":"runner-7",
                "runner_group_id":1,"runner_group_name":"Default","workflow_name":"CI"},
                "repository":{"id":%d,"full_name":"%s","private":true},"sender":{"login":"mona"}}""".formatted(
                        job.id(),
                        job.id() + 1_000_000,
                        job.commit(),
                        job.repository(),
                        job.id() + 1_000_000,
                        job.id(),
                        job.conclusion(),
                        finished.minusSeconds(90),
                        finished.minusSeconds(80),
                        finished,
                        job.name(),
                        Math.abs(job.repository().hashCode()),
                        job.repository());
    }

    /** @return the status of the answer, 0 when there was none */
    int send(Job job) throws InterruptedException {
        String body = body(job);
        return send("delivery-" + job.id(), body, "sha256=" + sign(body));
    }

    /** @param signature null to send none */
    int send(String delivery, String body, String signature) throws InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "workflow_job")
                .header("X-GitHub-Delivery", delivery)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            builder.header("X-Hub-Signature-256", signature);
        }
        HttpRequest request = builder.build();
        try {
            return Machine.HTTP
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
