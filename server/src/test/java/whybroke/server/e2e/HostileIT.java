package whybroke.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.ingest.FailureId;

/** What a hostile sender or a broken provider may do: a clear refusal or a stated state, flat memory, nothing else lost. */
class HostileIT {
    private static final String SECRET = "hostile-secret";
    private static final long MEBI = 1024 * 1024;
    private static final long MOST_RESIDENT_MIB = 1200;
    private static final int ORDINARY = 1;
    private static final int TWO_GIGABYTES = 2;
    private static final int BINARY = 3;
    private static final int ONE_LINE = 4;
    private static final int BOMB = 5;
    private static final int FOREIGN = 6;

    @TempDir
    Path folder;

    private final AtomicInteger foreignRequests = new AtomicInteger();
    private HttpServer foreign;

    @Test
    void everyHostileThing_isRefusedOrStatedAndNothingElseIsLost() throws Exception {
        foreign = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        foreign.createContext("/", exchange -> {
            foreignRequests.incrementAndGet();
            LogServer.answer(exchange, 200, "you should not have asked");
        });
        foreign.start();
        try (LogServer logs = new LogServer(this::blob);
                Machine machine = new Machine(folder.resolve("data"), settings(logs))) {
            machine.start();
            GitHubEvents events = new GitHubEvents(machine.at("/webhooks/hub"), SECRET);

            deliveries(machine, events);
            for (int job = ORDINARY; job <= FOREIGN; job++) {
                assertThat(events.send(job(job))).isBetween(200, 299);
            }

            assertThat(state(machine, ORDINARY)).isEqualTo("whole");
            assertThat(state(machine, TWO_GIGABYTES)).isIn("too-large", "cut");
            assertThat(state(machine, BINARY)).isEqualTo("binary");
            assertThat(state(machine, ONE_LINE)).isIn("whole", "cut");
            assertThat(state(machine, BOMB)).isIn("too-large", "cut");
            assertThat(state(machine, FOREIGN)).isIn("forbidden", "unreachable", "not-ready");
            assertThat(foreignRequests)
                    .as("requests to a host that nobody configured")
                    .hasValue(0);
            assertThat(residentMib(machine)).isLessThan(MOST_RESIDENT_MIB);
            assertThat(machine.said()).doesNotContain("ended unexpectedly");
            assertThat(DeadLetterCount.on(machine.kafka())).isZero();
        } finally {
            foreign.stop(0);
        }
    }

    private static void deliveries(Machine machine, GitHubEvents events) throws Exception {
        String body = GitHubEvents.body(job(900));
        assertThat(events.send("unsigned", body, null)).isEqualTo(401);
        assertThat(events.send("forged", body, "sha256=" + "0".repeat(64))).isEqualTo(401);
        assertThat(events.send("altered", body.replace("acme", "evil"), "sha256=" + events.sign(body)))
                .isEqualTo(401);

        String large = "{\"x\":\"" + "a".repeat(30_000_000) + "\"}";
        assertThat(events.send("large", large, "sha256=" + events.sign(large))).isIn(413, 0);

        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(events.send("deep", deep, "sha256=" + events.sign(deep))).isBetween(200, 299);

        GitHubEvents.Job odd = new GitHubEvents.Job(
                901,
                "acme/shop",
                "odd",
                "evaporated",
                "c".repeat(40),
                Instant.now().minusSeconds(3600));
        assertThat(events.send(odd)).isBetween(200, 299);

        assertThat(events.send(job(902))).isBetween(200, 299);
        assertThat(events.send(job(902))).as("a replay").isBetween(200, 299);
        assertThat(state(machine, 902)).isEqualTo("whole");
    }

    private void blob(long job, HttpExchange exchange) throws IOException {
        switch ((int) job) {
            case TWO_GIGABYTES -> stream(exchange, 2048 * MEBI, "a line of a log that never seems to end, number n\n");
            case BINARY -> binary(exchange);
            case ONE_LINE -> stream(exchange, 50 * MEBI, "x".repeat(64));
            case BOMB -> bomb(exchange);
            case FOREIGN -> {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://127.0.0.2:" + foreign.getAddress().getPort() + "/log");
                LogServer.answer(exchange, 302, "");
            }
            default -> LogServer.answer(exchange, 200, "cc: no space left on device\n");
        }
    }

    private static void stream(HttpExchange exchange, long bytes, String unit) throws IOException {
        byte[] block = unit.repeat(1024).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent < bytes; sent += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            // the reader had enough, as it should
        }
    }

    private static void binary(HttpExchange exchange) throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        exchange.sendResponseHeaders(200, noise.length);
        exchange.getResponseBody().write(noise);
        exchange.close();
    }

    private static void bomb(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        byte[] line = ("boom " + "0".repeat(1018) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            for (long written = 0; written < 1536 * MEBI; written += line.length) {
                gzip.write(line);
            }
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, small.size());
        exchange.getResponseBody().write(small.toByteArray());
        exchange.close();
    }

    private static GitHubEvents.Job job(long id) {
        return new GitHubEvents.Job(
                id,
                "acme/shop",
                "build-" + id,
                "failure",
                "b".repeat(40),
                Instant.now().minusSeconds(3600));
    }

    /** The log's state once it is no longer waited for, or after a minute. */
    private static String state(Machine machine, long job) throws Exception {
        String id = FailureId.of("github", "github.example.org", Long.toString(job), 1)
                .hex();
        Instant end = Instant.now().plusSeconds(90);
        String state = "absent";
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> answer = machine.get("/api/v1/failures/" + id);
            if (answer.statusCode() == 200) {
                JsonNode failure = Machine.JSON.readTree(answer.body());
                state = failure.path("log_state").asText();
                if (!failure.path("outcome").asText().equals("pending") && !state.equals("not-ready")) {
                    return state;
                }
            }
            Thread.sleep(300);
        }
        return state;
    }

    private static long residentMib(Machine machine) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + machine.pid("service") + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private String settings(LogServer logs) {
        return """
                whybroke.connections.hub.provider=github
                whybroke.connections.hub.host=github.example.org
                whybroke.connections.hub.api=%s
                whybroke.connections.hub.webhook-secrets=file:%s
                whybroke.connections.hub.token=file:%s
                """.formatted(logs.address(), logs.secretFile(SECRET), logs.secretFile(LogServer.TOKEN));
    }
}
