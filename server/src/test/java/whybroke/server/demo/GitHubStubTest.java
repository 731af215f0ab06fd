package whybroke.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubStubTest {
    private static final byte[] TEXT = "0123456789".getBytes(StandardCharsets.UTF_8);
    private final HandClock clock = new HandClock();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private GitHubStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = GitHubStub.start(0, "t0ken", clock);
    }

    @AfterEach
    void stop() {
        stub.close();
        client.close();
    }

    @Test
    void readyLog_isReachedThroughASignedAddressOnAnotherHost() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Ready(TEXT));

        HttpResponse<String> sentOn = ask(7);

        assertThat(sentOn.statusCode()).isEqualTo(302);
        assertThat(address(sentOn).getHost())
                .isEqualTo("localhost")
                .isNotEqualTo(stub.api().getHost());
        assertThat(get(address(sentOn)).body()).isEqualTo("0123456789");
        assertThat(stub.seen()).extracting(GitHubStub.Seen::status).containsExactly(302, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer wrong, 401",
        "Authorization, , 401",
        "Accept, text/plain, 415",
        "Accept, , 415",
        "X-GitHub-Api-Version, 2020-01-01, 400",
        "X-GitHub-Api-Version, , 400"
    })
    void clientThatForgetsAHeader_isRefused(String header, String value, int status) throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Ready(TEXT));

        HttpRequest.Builder request = HttpRequest.newBuilder(logs(7));
        if (!header.equals("Authorization")) {
            request.header("Authorization", "Bearer t0ken");
        }
        if (!header.equals("Accept")) {
            request.header("Accept", "application/vnd.github+json");
        }
        if (!header.equals("X-GitHub-Api-Version")) {
            request.header("X-GitHub-Api-Version", "2022-11-28");
        }
        if (value != null) {
            request.header(header, value);
        }

        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }

    @Test
    void unknownQueryFields_otherRepositoriesAndOtherPaths_areRefused() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Ready(TEXT));

        assertThat(ask(logs(7).resolve("logs?x=1")).statusCode()).isEqualTo(422);
        assertThat(ask(URI.create(stub.api() + "/repos/acme/till/actions/jobs/7/logs"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(URI.create(stub.api() + "/user")).statusCode()).isEqualTo(404);
    }

    @Test
    void store_refusesTokensForgeryAndWhatIsTooOld() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Ready(TEXT));
        URI address = address(ask(7));

        assertThat(get(address, request -> request.header("Authorization", "Bearer t0ken"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(URI.create(address.toString().replace("/7/", "/8/"))).statusCode())
                .isEqualTo(403);
        assertThat(get(URI.create(address + "&x=1")).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(address.toString().replace("localhost", "127.0.0.1")))
                        .statusCode())
                .isEqualTo(403);

        clock.now = clock.now.plusSeconds(120);

        assertThat(get(address).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 206, 0, bytes 0-0/10",
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=8-100, 206, 89, bytes 8-9/10",
        "bytes=-3, 200, 0123456789, ",
        "bytes=10-, 416, , bytes */10"
    })
    void range_isUnderstoodFromTheFrontOnly(String range, int status, String text, String contentRange)
            throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Ready(TEXT));

        HttpResponse<String> part = get(address(ask(7)), request -> request.header("Range", range));

        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(part.headers().firstValue("Content-Range").orElse(null)).isEqualTo(contentRange);
        if (text != null) {
            assertThat(part.body()).isEqualTo(text);
        }
    }

    @Test
    void answersComeInTurn_theLastStays() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.NotYet(), new StubbedLog.Broken(), new StubbedLog.Ready(TEXT));

        HttpResponse<String> notYet = get(address(ask(7)));
        assertThat(notYet.statusCode()).isEqualTo(404);
        assertThat(notYet.body()).contains("<Code>BlobNotFound</Code>");
        assertThat(ask(7).statusCode()).isEqualTo(500);
        assertThat(get(address(ask(7))).body()).isEqualTo("0123456789");
        assertThat(get(address(ask(7))).body()).isEqualTo("0123456789");
    }

    @Test
    void refusals_lookAsGitHubsDo() throws Exception {
        stub.serve(
                "acme/shop",
                7,
                new StubbedLog.Expired(),
                new StubbedLog.BadToken(),
                new StubbedLog.Forbidden(),
                new StubbedLog.TooMany(Duration.ofSeconds(30)),
                new StubbedLog.UsedUp(Duration.ofMinutes(9)),
                new StubbedLog.Elsewhere(URI.create("http://evil.example.org/x")));

        assertThat(ask(7).statusCode()).isEqualTo(410);
        assertThat(ask(7).statusCode()).isEqualTo(401);
        assertThat(ask(7).headers().firstValue("x-ratelimit-remaining")).contains("4999");
        HttpResponse<String> tooMany = ask(7);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("30");
        HttpResponse<String> usedUp = ask(7);
        assertThat(usedUp.statusCode()).isEqualTo(403);
        assertThat(usedUp.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(usedUp.headers().firstValue("x-ratelimit-reset"))
                .contains(Long.toString(clock.now.plusSeconds(540).getEpochSecond()));
        assertThat(address(ask(7)).getHost()).isEqualTo("evil.example.org");
    }

    @Test
    void emptyLog_isAnAnswerWithoutAText() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Ready(new byte[0]));

        HttpResponse<String> empty = get(address(ask(7)));

        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void truncatedLog_breaksOffOnTheWay() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Truncated(TEXT, 4));
        URI address = address(ask(7));

        assertThatThrownBy(() -> get(address)).isInstanceOf(IOException.class);
    }

    @Test
    void gzippedLog_saysSo() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Gzipped(TEXT));

        HttpResponse<byte[]> packed =
                client.send(HttpRequest.newBuilder(address(ask(7))).build(), BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(TEXT);
    }

    @Test
    void slowLog_takesItsTime() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Slow(TEXT, 5, Duration.ofMillis(60)));
        long begun = System.nanoTime();

        assertThat(get(address(ask(7))).body()).isEqualTo("0123456789");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void endlessLog_goesOnUntilTheClientLeaves() throws Exception {
        stub.serve("acme/shop", 7, new StubbedLog.Endless("again"));

        try (InputStream body = client.send(
                        HttpRequest.newBuilder(address(ask(7))).build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(1 << 20)).hasSize(1 << 20);
        }
    }

    private HttpResponse<String> ask(long job) throws Exception {
        return ask(logs(job));
    }

    private HttpResponse<String> ask(URI address) throws Exception {
        return get(
                address,
                request -> request.header("Authorization", "Bearer t0ken")
                        .header("Accept", "application/vnd.github+json")
                        .header("X-GitHub-Api-Version", "2022-11-28"));
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return get(address, request -> {});
    }

    private HttpResponse<String> get(URI address, Consumer<HttpRequest.Builder> more) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        more.accept(request);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI logs(long job) {
        return URI.create(stub.api() + "/repos/acme/shop/actions/jobs/" + job + "/logs");
    }

    private static URI address(HttpResponse<String> sentOn) {
        return URI.create(sentOn.headers().firstValue("Location").orElseThrow());
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
