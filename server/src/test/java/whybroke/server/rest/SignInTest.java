package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.api.account.Scope;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SignInTest {
    private static final String COOKIE = "whybroke_session";

    @Inject
    Caller caller;

    @Inject
    AgroalDataSource source;

    @ConfigProperty(name = "whybroke.data")
    Path data;

    @Test
    void firstToken_liesInAFileForUsAlone_andOnlyItsHashIsStored() throws Exception {
        Path file = data.resolve("admin-token");
        String token = caller.adminToken();

        assertThat(token).startsWith("wbk_").hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var connection = source.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select hash from access_token where name = 'first administrator'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).hasSize(64).doesNotContain(token);
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/failures",
                "/api/v1/status",
                "/api/v1/nothing",
                "/q/metrics",
                "/q/openapi",
                "/",
                "/webhooks/../api/v1/failures",
                "/assets/%2e%2e/api/v1/failures"
            })
    void nobody_isAskedToSignIn(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("urn:whybroke:problem:not-signed-in"))
                .body("trace_id", hasLength(32));
    }

    @Test
    void nobodyWithABrowser_isSentToThePage() {
        given().redirects()
                .follow(false)
                .header("Accept", "text/html,*/*;q=0.8")
                .get("/failures?label=infra")
                .then()
                .statusCode(303)
                .header("Location", "/sign-in?to=%2Ffailures%3Flabel%3Dinfra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wbk_wrong", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer wbk_\u0001"})
    void aBadToken_isAnError(String header) {
        given().header("Authorization", header)
                .get("/api/v1/status")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void healthAndSignIn_areOpen() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/sign-in").then().statusCode(200).contentType(startsWith("text/html"));
    }

    @Test
    void theLinkOfTheStartMessage_signsABrowserIn() {
        var answer = given().redirects()
                .follow(false)
                .get("/sign-in?to=/causes&token=" + caller.adminToken())
                .then()
                .statusCode(303)
                .header("Location", containsString("/causes"))
                .extract();

        assertThat(answer.header("Set-Cookie"))
                .contains(COOKIE + "=wbk_")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .doesNotContain(caller.adminToken());
        given().cookie(COOKIE, answer.cookie(COOKIE))
                .get("/api/v1/status")
                .then()
                .statusCode(200);
    }

    @Test
    void signingOut_endsTheCookie() {
        String cookie = session();

        given().redirects()
                .follow(false)
                .cookie(COOKIE, cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-out")
                .then()
                .statusCode(303);

        given().cookie(COOKIE, cookie).get("/api/v1/status").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example.org", "https://evil.example.org", "/\\evil.example.org", "javascript:alert(1)"})
    void signIn_neverSendsElsewhere(String to) {
        given().redirects()
                .follow(false)
                .queryParam("to", to)
                .queryParam("token", caller.adminToken())
                .get("/sign-in")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.matchesPattern("http://127\\.0\\.0\\.1:\\d+/"));
    }

    @Test
    void anotherSitesForm_isRefused() {
        String cookie = session();
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            given().cookie(COOKIE, cookie)
                    .header("Sec-Fetch-Site", site)
                    .post("/sign-out")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:whybroke:problem:cross-site"));
        }
        given().cookie(COOKIE, cookie).post("/sign-out").then().statusCode(403);
        given().cookie(COOKIE, cookie)
                .header("Origin", "https://evil.example.org")
                .post("/sign-out")
                .then()
                .statusCode(403);
        given().cookie(COOKIE, cookie).get("/api/v1/status").then().statusCode(200);
    }

    @Test
    void aScopeThatIsMissing_isNamed() {
        given().spec(caller.member(Set.of(), Scope.READ))
                .body("log")
                .post("/api/v1/failures?repository=acme/shop&job=build")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whybroke:problem:not-allowed"));
    }

    private String session() {
        return given().redirects()
                .follow(false)
                .formParam("token", caller.adminToken())
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie(COOKIE);
    }
}
