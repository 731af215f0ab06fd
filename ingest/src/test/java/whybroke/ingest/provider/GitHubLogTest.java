package whybroke.ingest.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.NOW;
import static whybroke.ingest.Samples.utf8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Samples;
import whybroke.ingest.download.DownloadSettings;
import whybroke.ingest.download.Fetched;
import whybroke.ingest.download.LogDownload;
import whybroke.ingest.download.RawServer;
import whybroke.ingest.sender.Secrets;
import whybroke.rules.log.LogKind;

class GitHubLogTest {
    private static final Duration YOUNG = Duration.ofMinutes(9);
    private static final Duration OLD = Duration.ofMinutes(11);

    @Test
    void log_isAskedForByTheJobsIdThroughTheApiOfTheConnection() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            Fetched fetched = fetch(api, YOUNG);

            assertThat(((Fetched.Tail) fetched).image().text()).contains("boom");
            assertThat(api.requests().getFirst())
                    .startsWith("GET /api/v3/repos/acme/shop/actions/jobs/9001/logs ")
                    .contains("Accept: application/vnd.github+json")
                    .contains("X-GitHub-Api-Version: 2022-11-28")
                    .contains("User-Agent: whybroke");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404 Not Found, YOUNG, NotReady",
        "404 Not Found, OLD, NeverRan",
        "410 Gone, YOUNG, Expired",
        "401 Unauthorized, YOUNG, Denied",
        "403 Forbidden, YOUNG, Denied",
        "429 Too Many Requests, YOUNG, NotReady",
        "500 Oops, YOUNG, Unreachable",
        "502 Bad Gateway, OLD, Unreachable",
        "418 Teapot, OLD, Unreachable"
    })
    void refusal_hasItsMeaning(String status, String age, String meaning) throws IOException {
        try (RawServer api = RawServer.answering(status, "", utf8("no"))) {
            Fetched fetched = fetch(api, age.equals("OLD") ? OLD : YOUNG);

            assertThat(fetched.getClass().getSimpleName()).isEqualTo(meaning);
        }
    }

    @Test
    void blobThatIsStillBeingSealed_isNotReady() throws IOException {
        try (RawServer blobs = RawServer.answering("404 Gone", "", utf8("<Code>BlobNotFound</Code>"));
                RawServer api = redirecting(blobs)) {
            assertThat(fetch(api, YOUNG, blobs.host())).isInstanceOf(Fetched.NotReady.class);
        }
    }

    @Test
    void blobStoreThatRefuses_isNotOurTokensFault() throws IOException {
        try (RawServer blobs = RawServer.answering("403 No", "", utf8("AuthenticationFailed"));
                RawServer api = redirecting(blobs)) {
            assertThat(fetch(api, YOUNG, blobs.host())).isInstanceOf(Fetched.Unreachable.class);
        }
    }

    @Test
    void rateLimit_isWaitedFor() throws IOException {
        long reset = NOW.plusSeconds(1_800).getEpochSecond();
        String headers = "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: " + reset + "\r\n";
        try (RawServer api = RawServer.answering("403 Forbidden", headers, utf8("API rate limit exceeded"))) {
            assertThat(((Fetched.NotReady) fetch(api, YOUNG)).notBefore()).isEqualTo(NOW.plusSeconds(1_800));
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "999999999, 7200", "'Sat, 21 Nov 2026 10:05:00 GMT', 300"})
    void retryAfter_isKeptWithinReason(String header, long seconds) throws IOException {
        try (RawServer api = RawServer.answering("429 Slow", "Retry-After: " + header + "\r\n", utf8("no"))) {
            assertThat(((Fetched.NotReady) fetch(api, YOUNG)).notBefore()).isEqualTo(NOW.plusSeconds(seconds));
        }
    }

    @Test
    void emptyLogOfAYoungJob_isNotReady() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "Content-Length: 0\r\n", new byte[0])) {
            assertThat(fetch(api, YOUNG)).isInstanceOf(Fetched.NotReady.class);
        }
    }

    @Test
    void emptyLogOfAnOldJob_isEmpty() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "Content-Length: 0\r\n", new byte[0])) {
            assertThat(((Fetched.Tail) fetch(api, OLD)).image().kind()).isEqualTo(LogKind.EMPTY);
        }
    }

    @Test
    void repositoryNameThatClimbs_staysInItsPlace() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            String body = Samples.workflowJob("failure", Map.of())
                    .replace("acme/shop\", \"private", "../../x?y#z\", \"private");

            Fetched fetched = log().fetch(job(body, YOUNG), connection(api));

            assertThat(fetched).isNotNull();
            assertThat(api.requests().getFirst())
                    .startsWith("GET /api/v3/repos/_/..%2Fx%3Fy%23z/actions/jobs/9001/logs ");
        }
    }

    @Test
    void runWithoutJobs_neverRanAndIsNotAskedFor() throws IOException {
        try (RawServer api = RawServer.answering("200 OK", "", utf8("boom\n"))) {
            String body = Samples.workflowJob("startup_failure", Map.of("id", "\"run-77\""));

            assertThat(log().fetch(job(body, YOUNG), connection(api))).isInstanceOf(Fetched.NeverRan.class);
            assertThat(api.requests()).isEmpty();
        }
    }

    private static Fetched fetch(RawServer api, Duration age, String... logHosts) {
        return log().fetch(job(Samples.workflowJob("failure", Map.of()), age), connection(api, logHosts));
    }

    private static RawServer redirecting(RawServer to) throws IOException {
        return RawServer.answering("302 Found", "Location: " + to.uri("/blob") + "\r\n", new byte[0]);
    }

    private static Connection connection(RawServer api, String... logHosts) {
        return Samples.github(api.uri("/api/v3/"), logHosts);
    }

    private static FinishedJob job(String body, Duration age) {
        String old = body.replace("2026-11-21T09:59:30Z", NOW.minus(age).toString());
        Translated translated =
                new GitHubActions(null).translate(Samples.webhook("workflow_job", old), Samples.github());
        return ((Translated.Finished) translated).job();
    }

    private static GitHubLog log() {
        return new GitHubLog(new LogDownload(new Patience()), new Secrets(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static final class Patience implements DownloadSettings {
        @Override
        public Duration connect() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration silence() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration total() {
            return Duration.ofSeconds(10);
        }
    }
}
