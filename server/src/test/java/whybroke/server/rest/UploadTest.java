package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whybroke.api.account.Scope;
import whybroke.server.Backends;

/** A log goes in by curl and its verdict comes back, over the real path. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class UploadTest {
    private static final String LOG = """
            Downloading
            [ERROR] Could not find artifact org.example:ledger-core:jar:4.12.0 in internal (https://repo.example.org/maven)
            [ERROR] BUILD FAILURE
            """;

    @Inject
    Caller caller;

    @Test
    void aLog_isJudgedInTheAnswer() {
        String location = upload("repository=upload/one&job=build&wait=true", LOG)
                .statusCode(200)
                .body("state", equalTo("judged"))
                .body("log_state", equalTo("whole"))
                .body("outcome", equalTo("labelled"))
                .body("label", equalTo("dependency"))
                .body("line", equalTo(2))
                .body("rule", startsWith("maven/"))
                .body("evidence", containsString("ledger-core"))
                .body("seen_before", equalTo(0))
                .body("url", containsString("/failures/"))
                .extract()
                .header("Location");

        given().spec(caller.admin())
                .get(location)
                .then()
                .statusCode(200)
                .body("repository", equalTo("upload/one"))
                .body("label", equalTo("dependency"));
        upload("repository=upload/one&job=build&wait=true", LOG).statusCode(200).body("seen_before", equalTo(1));
    }

    @Test
    void withoutWaiting_theAnswerIsWhereToLook() {
        upload("repository=upload/later&job=build", LOG)
                .statusCode(202)
                .header("Location", containsString("/api/v1/failures/"))
                .body("state", equalTo("accepted"))
                .body("label", nullValue());
    }

    @Test
    void theSameRun_countsOnce_andAnotherLogForItIsRefused() {
        String query = "repository=upload/run&job=build&pipeline=ci&run=7&attempt=1&wait=true";
        String first = upload(query, LOG).statusCode(200).extract().path("id");

        assertThat(upload(query, LOG).statusCode(200).extract().<String>path("id"))
                .isEqualTo(first);
        upload(query, LOG + "more").statusCode(422).body("type", equalTo("urn:whybroke:problem:identity-reused"));
        assertThat(upload(query.replace("attempt=1", "attempt=2"), LOG)
                        .statusCode(200)
                        .extract()
                        .<String>path("id"))
                .isNotEqualTo(first);
    }

    @Test
    void theSameKey_countsOnce() {
        String query = "/api/v1/failures?repository=upload/key&job=build&wait=true";
        String first = raw().header("Idempotency-Key", "k-1")
                .body(bytes(LOG))
                .post(query)
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        raw().header("Idempotency-Key", "k-1")
                .body(bytes(LOG))
                .post(query)
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
    }

    @Test
    void gzip_isUnpacked_andWhatIsNoneIsAProblem() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(LOG.getBytes(StandardCharsets.UTF_8));
        }
        String query = "/api/v1/failures?repository=upload/gzip&job=build&wait=true";

        raw().header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post(query)
                .then()
                .statusCode(200)
                .body("label", equalTo("dependency"));
        raw().header("Content-Encoding", "gzip")
                .body(bytes("not packed"))
                .post(query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        raw().header("Content-Encoding", "br")
                .body(bytes(LOG))
                .post(query)
                .then()
                .statusCode(415);
    }

    @Test
    void aGzipBomb_isALogThatIsTooLarge() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] lines =
                    "all is well and nothing happens here\n".repeat(30_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 280; i++) {
                out.write(lines);
            }
        }

        raw().header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/api/v1/failures?repository=upload/bomb&job=build&wait=true")
                .then()
                .statusCode(200)
                .body("log_state", equalTo("too-large"));
    }

    @Test
    void binaryAndEmptyLogs_areStated() {
        byte[] binary = new byte[20_000];
        new java.util.Random(1).nextBytes(binary);

        raw().body(binary)
                .post("/api/v1/failures?repository=upload/binary&job=build&wait=true")
                .then()
                .statusCode(200)
                .body("log_state", equalTo("binary"))
                .body("outcome", equalTo("no-evidence"));
        raw().post("/api/v1/failures?repository=upload/empty&job=build&wait=true")
                .then()
                .statusCode(200)
                .body("log_state", equalTo("empty"));
    }

    @Test
    void secrets_areGoneBeforeTheFirstWrite() {
        String id = upload(
                        "repository=upload/secret&job=build&wait=true",
                        "step\nAuthorization: Bearer ghp_0123456789abcdefghijABCDEFGHIJ012345\nfailed\n")
                .statusCode(200)
                .extract()
                .path("id");

        assertThat(given().spec(caller.admin())
                        .get("/api/v1/failures/" + id + "/log")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("failed")
                .doesNotContain("ghp_0123456789abcdefghij");
    }

    @Test
    void aGreenJob_isCounted_andIsNoFailure() {
        upload("repository=upload/green&job=build&outcome=passed&wait=true", "fine\n")
                .statusCode(202)
                .header("Location", nullValue());
    }

    @Test
    void anUploadersToken_getsItsOwnVerdict_andMayReadNothing() {
        var machine = caller.member(Set.of(), Scope.INGEST);

        given().spec(machine)
                .contentType("text/plain")
                .body(LOG)
                .post("/api/v1/failures?repository=upload/machine&job=build&wait=true")
                .then()
                .statusCode(200)
                .body("label", equalTo("dependency"));
        given().spec(machine).get("/api/v1/failures").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "job=build,repository",
        "repository=a/b,job",
        "repository=a/b&job=c&attempt=0,attempt",
        "repository=a/b&job=c&attempt=x,attempt",
        "repository=a/b&job=c&outcome=weird,outcome",
        "repository=a/b&job=c&exit_code=x,exit_code",
        "repository=a/b&job=c&provider=Git%20Hub,provider",
    })
    void whatIsMissingOrWrong_isNamed(String query, String parameter) {
        upload(query, LOG).statusCode(400).body("errors[0].pointer", equalTo(parameter));
    }

    private ValidatableResponse upload(String query, String log) {
        return raw().body(bytes(log)).post("/api/v1/failures?" + query).then();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RequestSpecification raw() {
        return given().spec(caller.admin())
                .urlEncodingEnabled(false)
                .config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/octet-stream");
    }
}
