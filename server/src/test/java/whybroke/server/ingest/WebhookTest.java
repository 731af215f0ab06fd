package whybroke.server.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whybroke.ingest.Connection;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.ingest.Observation;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebhookTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Outgoing outgoing;

    @Inject
    Connections connections;

    private final String job = Long.toString(System.nanoTime());

    @BeforeEach
    void connect() throws IOException {
        Senders.connect(outgoing, connections, Senders.github("hub", null));
        Senders.connect(outgoing, connections, Senders.generic("any"));
    }

    @Test
    void signedWebhookOfAPassedJob_becomesAJob() {
        signed(workflowJob("success")).statusCode(202).body("status", equalTo("accepted"));

        assertThat(jobs(1)).singleElement().satisfies(record -> {
            FinishedJob finished = Wire.read(record.value(), FinishedJob.class);
            assertThat(finished.repository().name()).isEqualTo("acme/shop");
            assertThat(record.key()).isEqualTo(finished.id().hex());
        });
    }

    @Test
    void sameDeliveryTwice_isADuplicate() {
        String body = workflowJob("success");
        signed(body).statusCode(202);

        signed(body).statusCode(200).body("status", equalTo("duplicate"));

        assertThat(jobs(2, Duration.ofSeconds(3))).hasSize(1);
    }

    @Test
    void formEncodedWebhook_becomesAJob() throws Exception {
        byte[] form = ("payload=" + URLEncoder.encode(workflowJob("success"), UTF_8)).getBytes(UTF_8);

        HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/webhooks/hub"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-GitHub-Event", "workflow_job")
                .header("X-Hub-Signature-256", Senders.hubSignature(form))
                .POST(HttpRequest.BodyPublishers.ofByteArray(form)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(jobs(1)).hasSize(1);
    }

    @Test
    void unsignedWebhook_isRefused() {
        byte[] body = workflowJob("failure").getBytes(UTF_8);

        hub(body)
                .body(body)
                .post("/webhooks/hub")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unsigned"));
    }

    @Test
    void forgedWebhook_isRefusedWithoutAWordAboutTheSecret() {
        byte[] body = workflowJob("failure").getBytes(UTF_8);

        hub(body)
                .header("X-Hub-Signature-256", Senders.hubSignature("other".getBytes(UTF_8)))
                .body(body)
                .post("/webhooks/hub")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/bad-signature"))
                .body(not(containsString(Senders.SECRET)));
        assertThat(jobs(1, Duration.ofSeconds(2))).isEmpty();
    }

    @Test
    void unknownDisabledAndSecretlessConnections_areToldApart() throws IOException {
        Connection hub = Senders.github("off", null);
        Senders.connect(
                outgoing,
                connections,
                new Connection("off", "github", hub.host(), null, null, hub.webhookSecrets(), null, false));
        Senders.connect(
                outgoing, connections, new Connection("open", "github", hub.host(), null, null, null, null, true));
        Senders.connect(
                outgoing,
                connections,
                new Connection("lost", "github", hub.host(), null, null, List.of("env:WHYBROKE_NO_SUCH"), null, true));

        given().body("{}").post("/webhooks/nobody").then().statusCode(404);
        given().body("{}").post("/webhooks/off").then().statusCode(403);
        given().body("{}").post("/webhooks/open").then().statusCode(401).body("type", equalTo("/problems/no-secret"));
        given().body("{}")
                .post("/webhooks/lost")
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/secret-missing"));
    }

    @Test
    void pingAndUnwantedEvents_areAnsweredWell() {
        for (String event : List.of("ping", "push", "check_run")) {
            byte[] body = ("{\"zen\": \"" + UUID.randomUUID() + "\"}").getBytes(UTF_8);

            given().header("X-GitHub-Event", event)
                    .header("X-Hub-Signature-256", Senders.hubSignature(body))
                    .body(body)
                    .post("/webhooks/hub")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ignored"));
        }
    }

    @Test
    void deeplyNestedSignedBody_isAnsweredWellAndObservedAsUnreadable() {
        signed("{\"a\":".repeat(20_000) + job + "}".repeat(20_000)).statusCode(202);

        try (TopicReader observations = new TopicReader(Topics.OBSERVATIONS)) {
            assertThat(observations.find(
                            1,
                            SOON,
                            record -> Wire.read(record.value(), Observation.class)
                                    .detail()
                                    .equals("unreadable")))
                    .isNotEmpty();
        }
    }

    @Test
    void thirtyMegabytes_declaredOrNot_areTooLarge() throws Exception {
        byte[] large = new byte[30 * 1024 * 1024];
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(large.length)))) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(address("/webhooks/hub")).POST(body));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
            assertThat(answer.body()).contains("26 MiB");
        }
    }

    @Test
    void genericEventWithInlineLog_isAFailedJobWithACleanLogAndNoSecretAnywhere() {
        String token = "ghp_" + "a1B2c3D4".repeat(5);
        String body = """
                {"repo": "acme/shop", "job": {"id": "%s", "name": "build"}, "outcome": "failed",
                 "log": "fetching with token %s\\nerror: boom"}""".formatted(job, token);

        generic(body, Instant.now()).statusCode(202);

        try (TopicReader failures = new TopicReader(Topics.FAILURES);
                TopicReader webhooks = new TopicReader(Topics.WEBHOOKS)) {
            List<ConsumerRecord<String, byte[]>> found =
                    failures.find(1, SOON, record -> text(record).contains(job));
            assertThat(found).hasSize(1);
            FailedJob failed = Wire.read(found.getFirst().value(), FailedJob.class);
            assertThat(failed.state()).isEqualTo(LogState.WHOLE);
            assertThat(failed.log().text()).contains("error: boom").doesNotContain(token);
            assertThat(webhooks.find(
                            1, Duration.ofSeconds(5), record -> text(record).contains(job)))
                    .hasSize(1)
                    .noneMatch(record -> text(record).contains(token));
        }
    }

    @Test
    void genericEventOfTenMinutesAgo_isAReplayAndRefused() {
        generic("{}", Instant.now().minusSeconds(600)).statusCode(401).body("type", equalTo("/problems/old-signature"));
    }

    @Test
    void genericEventThatLacksAField_isToldWhich() {
        generic("{\"outcome\": \"failed\"}", Instant.now())
                .statusCode(422)
                .body("detail", containsString("repo.full_name"));
    }

    @Test
    void lookingAtTheAddress_isAnsweredInWords() {
        given().get("/webhooks/hub").then().statusCode(405).body("detail", containsString("POST"));
        given().options("/webhooks/hub").then().statusCode(204).header("Allow", containsString("POST"));
    }

    private ValidatableResponse signed(String text) {
        byte[] body = text.getBytes(UTF_8);
        return hub(body)
                .header("X-Hub-Signature-256", Senders.hubSignature(body))
                .body(body)
                .post("/webhooks/hub")
                .then();
    }

    private RequestSpecification hub(byte[] body) {
        return given().contentType("application/json")
                .header("X-GitHub-Event", "workflow_job")
                .header("X-GitHub-Delivery", UUID.nameUUIDFromBytes(body).toString());
    }

    private ValidatableResponse generic(String body, Instant sent) {
        String id = UUID.randomUUID().toString();
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", sent.getEpochSecond())
                .header("webhook-signature", Senders.standardSignature(id, sent.getEpochSecond(), body))
                .body(body)
                .post("/webhooks/any")
                .then();
    }

    private List<ConsumerRecord<String, byte[]>> jobs(int enough) {
        return jobs(enough, SOON);
    }

    private List<ConsumerRecord<String, byte[]>> jobs(int enough, Duration within) {
        try (TopicReader jobs = new TopicReader(Topics.JOBS)) {
            return jobs.find(
                    enough,
                    within,
                    record -> Wire.read(record.value(), FinishedJob.class)
                            .job()
                            .id()
                            .equals(job));
        }
    }

    private String workflowJob(String conclusion) {
        return """
                {"action": "completed",
                 "workflow_job": {"id": %s, "run_id": 77, "run_attempt": 1, "name": "build", "workflow_name": "CI",
                   "status": "completed", "conclusion": "%s", "completed_at": "2026-11-20T09:59:30Z"},
                 "repository": {"id": 17, "full_name": "acme/shop"}}""".formatted(job, conclusion);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    /** So many zero bytes, without a declared length. */
    private static final class Zeros extends InputStream {
        private int left;

        private Zeros(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = Math.min(length, left);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
