package whybroke.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.ingest.FailureId;
import whybroke.server.Backends;

/**
 * The path cut into four operating-system processes, one group of roles each. The three that need no database are given
 * no address of one.
 */
class RolesIT {
    private static final String SECRET = "roles-secret";
    private static final String LOG = """
            2026-11-20T10:00:00.0000000Z ##[group]Run make
            2026-11-20T10:00:01.0000000Z ##[endgroup]
            2026-11-20T10:00:02.0000000Z write /var/lib/build/out.o: no space left on device
            2026-11-20T10:00:03.0000000Z ##[error]Process completed with exit code 1.
            """;

    @TempDir
    Path folder;

    private final Backends backends = new Backends();
    private final List<Process> processes = new ArrayList<>();
    private Map<String, String> addresses;
    private LogServer logs;

    @BeforeEach
    void startBackends() throws IOException {
        addresses = backends.start();
        logs = new LogServer(job -> LOG);
    }

    @AfterEach
    void endEverything() throws Exception {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        logs.close();
        backends.stop();
    }

    @Test
    void oneFailure_passesThroughFourProcesses() throws Exception {
        int receive = start("receive", false);
        start("fetch", false);
        start("classify", false);
        int serve = start("work,serve", true);
        GitHubEvents events = new GitHubEvents(URI.create("http://127.0.0.1:" + receive + "/webhooks/hub"), SECRET);
        GitHubEvents.Job job =
                new GitHubEvents.Job(4711, "acme/shop", "build", "failure", "a".repeat(40), Instant.now());

        sendUntilAccepted(events, job);

        JsonNode failure = awaitOutcome(serve, id(job));
        assertThat(failure.at("/outcome").asText()).isEqualTo("labelled");
        assertThat(failure.at("/label").asText()).isEqualTo("infra");
        assertThat(failure.at("/line").asInt()).isEqualTo(3);
    }

    @Test
    void processWithoutARole_doesNotAnswerItsPaths() throws Exception {
        int classify = start("classify", false);

        assertThat(status(classify, "/api/v1/failures")).isEqualTo(404);
        assertThat(status(classify, "/webhooks/hub")).isEqualTo(404);
        assertThat(status(classify, "/q/health/live")).isEqualTo(200);
    }

    private static void sendUntilAccepted(GitHubEvents events, GitHubEvents.Job job) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        int status = events.send(job);
        while (status / 100 != 2) {
            // the connection is published by another process and may be on its way
            assertThat(Instant.now()).as("last answer " + status).isBefore(end);
            Thread.sleep(200);
            status = events.send(job);
        }
    }

    private int start(String roles, boolean database) throws Exception {
        int port = Machine.freePort();
        Path data = Files.createDirectories(folder.resolve(roles.replace(',', '-')));
        List<String> command = new ArrayList<>(List.of(
                Machine.java(),
                "-Xmx384m",
                "-Dwhybroke.roles=" + roles,
                "-Dwhybroke.data=" + data,
                "-Dquarkus.http.port=" + port,
                "-Dkafka.bootstrap.servers=" + addresses.get("kafka.bootstrap.servers")));
        if (database) {
            addresses.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("quarkus.datasource"))
                    .forEach(entry -> command.add("-D" + entry.getKey() + "=" + entry.getValue()));
            command.addAll(connection());
        }
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        Path log = data.resolve("output.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        processes.add(process);
        await(port, process, log);
        return port;
    }

    private List<String> connection() {
        return List.of(
                "-Dwhybroke.connections.hub.provider=github",
                "-Dwhybroke.connections.hub.host=github.example.org",
                "-Dwhybroke.connections.hub.api=" + logs.address(),
                "-Dwhybroke.connections.hub.webhook-secrets=file:" + logs.secretFile(SECRET),
                "-Dwhybroke.connections.hub.token=file:" + logs.secretFile(LogServer.TOKEN));
    }

    private static void await(int port, Process process, Path log) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (status(port, "/q/health/live") != 200) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as(Files.readString(log))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private static int status(int port, String path) throws InterruptedException {
        try {
            return Machine.HTTP
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private JsonNode awaitOutcome(int port, String id) throws Exception {
        String token =
                Files.readString(folder.resolve("work-serve/admin-token")).strip();
        Instant end = Instant.now().plusSeconds(60);
        JsonNode failure = null;
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> answer = Machine.HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/failures/" + id))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                failure = new ObjectMapper().readTree(answer.body());
                if (!failure.at("/outcome").asText().equals("pending")) {
                    return failure;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no verdict after 60 s: " + failure);
    }

    private static String id(GitHubEvents.Job job) {
        return FailureId.of("github", "github.example.org", Long.toString(job.id()), 1)
                .hex();
    }
}
