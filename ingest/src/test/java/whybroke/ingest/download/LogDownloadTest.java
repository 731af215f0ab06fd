package whybroke.ingest.download;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.Samples;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogKind;
import whybroke.rules.log.LogLimits;

@Timeout(60)
class LogDownloadTest {
    private static final LogLimits SMALL = new LogLimits(2_000, 4_000, 2_000, 1_000, 8L * 1024 * 1024);
    private final LogDownload download = new LogDownload(new Quick(), SMALL);

    @Test
    void plainLog_isATail() throws IOException {
        try (RawServer server = ok("Content-Length: 9\r\n", utf8("one\ntwo\n\n"))) {
            LogImage image = tail(fetch(server));

            assertThat(image.text()).contains("one\ntwo");
            assertThat(image.kind()).isEqualTo(LogKind.TEXT);
        }
    }

    @Test
    void gzippedLog_isDecoded() throws IOException {
        try (RawServer server = ok("Content-Encoding: gzip\r\n", gzip(utf8("one\ntwo\n")))) {
            assertThat(tail(fetch(server)).text()).contains("one\ntwo");
        }
    }

    @Test
    void gzipBomb_isTooLargeAndKeepsWhatWasSeen() throws IOException {
        byte[] bomb = gzip(utf8("bang bang bang\n".repeat(4_000_000)));
        assertThat(bomb.length).isLessThan(1_000_000);
        try (RawServer server = ok("Content-Encoding: gzip\r\n", bomb)) {
            LogImage image = tail(fetch(server));

            assertThat(image.kind()).isEqualTo(LogKind.TOO_LARGE);
            assertThat(image.text()).contains("bang").hasSizeLessThan(10_000);
        }
    }

    @Test
    void endlessLog_isTooLarge() throws IOException {
        byte[] lines = utf8("and on and on\n".repeat(1_000));
        try (RawServer server = new RawServer((request, out) -> {
            RawServer.write(out, "200 OK", "", lines);
            while (true) {
                out.write(lines);
            }
        })) {
            assertThat(tail(fetch(server)).kind()).isEqualTo(LogKind.TOO_LARGE);
        }
    }

    @Test
    void noise_isBinary() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        try (RawServer server = ok("", noise)) {
            assertThat(tail(fetch(server)).kind()).isEqualTo(LogKind.BINARY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 0\r\n", "", "Content-Length: 0\r\nContent-Encoding: gzip\r\n"})
    void nothing_isEmpty(String headers) throws IOException {
        try (RawServer server = ok(headers, new byte[0])) {
            assertThat(tail(fetch(server)).kind()).isEqualTo(LogKind.EMPTY);
        }
    }

    @Test
    void logShorterThanDeclared_isUnreachable() throws IOException {
        try (RawServer server = ok("Content-Length: 1000\r\n", utf8("cut of"))) {
            assertThat(fetch(server)).isInstanceOf(Fetched.Unreachable.class);
        }
    }

    @Test
    void gzipCutInTheMiddle_isUnreachable() throws IOException {
        byte[] whole = gzip(utf8("line\n".repeat(10_000)));
        try (RawServer server = ok("Content-Encoding: gzip\r\n", Arrays.copyOf(whole, whole.length / 2))) {
            assertThat(fetch(server)).isInstanceOf(Fetched.Unreachable.class);
        }
    }

    @Test
    void unknownEncoding_isUnreachable() throws IOException {
        try (RawServer server = ok("Content-Encoding: br\r\n", utf8("??"))) {
            assertThat(fetch(server)).isInstanceOf(Fetched.Unreachable.class);
        }
    }

    @Test
    void serverThatNeverAnswers_isGivenUp() throws IOException {
        try (RawServer server = new RawServer((request, out) -> Thread.sleep(30_000))) {
            assertThat(fetch(server)).isEqualTo(new Fetched.Unreachable("no answer in time"));
        }
    }

    @Test
    void serverThatStopsInTheMiddle_isGivenUp() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            RawServer.write(out, "200 OK", "", utf8("a line\n"));
            Thread.sleep(30_000);
        })) {
            assertThat(fetch(server)).isEqualTo(new Fetched.Unreachable("it stopped in the middle"));
        }
    }

    @Test
    void serverThatDrips_isGivenUpAfterTheWholeTime() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            RawServer.write(out, "200 OK", "", utf8("a line\n"));
            drip(out);
        })) {
            assertThat(fetch(server)).isEqualTo(new Fetched.Unreachable("it took longer than allowed"));
        }
    }

    @Test
    void nobodyAtTheAddress_isUnreachable() throws IOException {
        RawServer server = ok("", new byte[0]);
        server.close();

        assertThat(fetch(server)).isEqualTo(new Fetched.Unreachable("no connection could be made"));
    }

    @Test
    void redirectToAnAllowedHost_isFollowedWithoutTheToken() throws IOException {
        try (RawServer blobs = ok("", utf8("the log\n"));
                RawServer api = redirecting(blobs.uri("/blob?sig=x").toString())) {
            Fetched fetched = fetch(api, blobs.host());

            assertThat(tail(fetched).text()).contains("the log");
            assertThat(api.requests().getFirst()).contains("Authorization: Bearer hunter2");
            assertThat(blobs.requests().getFirst()).doesNotContain("hunter2").contains("GET /blob?sig=x ");
        }
    }

    @Test
    void redirectOnTheSameHost_keepsTheToken() throws IOException {
        try (RawServer api = new RawServer((request, out) -> {
            if (request.startsWith("GET /there")) {
                RawServer.write(out, "200 OK", "", utf8("the log\n"));
            } else {
                RawServer.write(out, "307 Moved", "Location: /there\r\n", new byte[0]);
            }
        })) {
            assertThat(tail(fetch(api)).text()).contains("the log");
            assertThat(api.requests().getLast()).contains("Authorization: Bearer hunter2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/x",
                "http://localhost/x",
                "http://169.254.169.254/latest/meta-data",
                "https://evil.example.com/x",
                "file:///etc/passwd",
                "http://[::1]/x",
                "//evil.example.com/x"
            })
    void redirectElsewhere_isDeniedAndNotAsked(String elsewhere) throws IOException {
        try (RawServer api = redirecting(elsewhere)) {
            assertThat(fetch(api)).isInstanceOf(Fetched.Denied.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ht tp://x", "http://[", "%%%"})
    void redirectToNoAddress_isUnreachable(String nowhere) throws IOException {
        try (RawServer api = redirecting(nowhere)) {
            assertThat(fetch(api)).isInstanceOf(Fetched.Unreachable.class);
        }
    }

    @Test
    void endlessRedirects_endAfterFive() throws IOException {
        try (RawServer api = redirecting("/again")) {
            assertThat(fetch(api)).isEqualTo(new Fetched.Unreachable("it was redirected more than 5 times"));
            assertThat(api.requests()).hasSize(6);
        }
    }

    @Test
    void tokenThatIsNoHeader_isDeniedWithoutShowingIt() throws IOException {
        try (RawServer server = ok("", utf8("log"))) {
            Fetched fetched = download.fetch(
                    server.uri("/x"),
                    Map.of(),
                    "Bearer hunter2\nX: y",
                    AllowedHosts.of(Samples.github(server.uri("/"))),
                    refusal -> null);

            assertThat(fetched.toString()).contains("Denied").doesNotContain("hunter2");
        }
    }

    @Test
    void refusal_isHandedOverWithTheStartOfItsBody() throws IOException {
        try (RawServer server = RawServer.answering(
                "404 Not Found", "X-Word: y\r\n", utf8("<Code>BlobNotFound</Code>" + "x".repeat(10_000)))) {
            Fetched fetched = download.fetch(
                    server.uri("/x"),
                    Map.of(),
                    null,
                    AllowedHosts.of(Samples.github(server.uri("/"))),
                    refusal -> new Fetched.Deleted(refusal.status()
                            + refusal.header("x-word")
                            + refusal.start().length()
                            + refusal.redirected()));

            assertThat(fetched).isEqualTo(new Fetched.Deleted("404y2048false"));
        }
    }

    private Fetched fetch(RawServer server, String... logHosts) {
        return download.fetch(
                server.uri("/logs"),
                Map.of("Accept", "text/plain"),
                "Bearer hunter2",
                AllowedHosts.of(Samples.github(server.uri("/"), logHosts)),
                refusal -> new Fetched.Deleted("status " + refusal.status()));
    }

    private static RawServer ok(String headers, byte[] body) throws IOException {
        return RawServer.answering("200 OK", headers, body);
    }

    private static RawServer redirecting(String location) throws IOException {
        return RawServer.answering("302 Found", "Location: " + location + "\r\n", new byte[0]);
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(50);
        }
    }

    private static LogImage tail(Fetched fetched) {
        return ((Fetched.Tail) fetched).image();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    /** Patience that fits a test. */
    private static final class Quick implements DownloadSettings {
        @Override
        public Duration connect() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration silence() {
            return Duration.ofMillis(700);
        }

        @Override
        public Duration total() {
            return Duration.ofSeconds(5);
        }
    }
}
