package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class GateTest {
    @Inject
    Caller caller;

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.org", "localhost.evil.example.org", "127.0.0.1.evil.example.org", "10.0.0.1"})
    void aForeignHostName_isRefused(String host) throws IOException {
        String answer = raw("GET /api/v1/status HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer "
                + caller.adminToken() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421").contains("urn:whybroke:problem:unknown-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8081", "127.0.0.1", "[::1]:8081"})
    void ourOwnNames_areKnown(String host) throws IOException {
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void healthChecks_mayCallUsByAnyName() throws IOException {
        assertThat(raw("GET /q/health/live HTTP/1.1\r\nHost: 10.1.2.3:8081\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/api/v1/status", "/api/v1/nothing", "/nothing"})
    void everyAnswer_forbidsForeignScripts(String path) {
        given().get(path)
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void theDocumentationPage_works_behindSignIn() {
        given().get("/q/swagger-ui/").then().statusCode(401);
        given().spec(caller.admin())
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
    }

    @Test
    void largeBodies_areRefusedUnread() throws IOException {
        String head = "POST /api/v1/connections HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + caller.adminToken() + "\r\n";

        assertThat(raw(head + "Content-Length: 2000000\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n")).startsWith("HTTP/1.1 411");
    }

    @Test
    void methodsAndMediaTypes_thatAreNotKnown_areProblems() {
        given().spec(caller.admin())
                .delete("/api/v1/status")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whybroke:problem:method-not-allowed"));
        given().spec(caller.admin())
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/v1/nothing"));
        given().spec(caller.admin())
                .contentType("application/xml")
                .body("<a/>")
                .put("/api/v1/connections/x")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().spec(caller.admin())
                .contentType("application/json")
                .body("{\"provider\": ")
                .put("/api/v1/connections/x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void theCallersTrace_isKept() {
        given().spec(caller.admin())
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/v1/failures/ffffffffffffffffffffffffffffffff")
                .then()
                .statusCode(404)
                .body("trace_id", equalTo("0af7651916cd43dd8448eb211c80319c"));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4096];
            int length = socket.getInputStream().readNBytes(answer, 0, 300);
            return new String(answer, 0, length, StandardCharsets.UTF_8)
                    + new String(
                            socket.getInputStream()
                                    .readNBytes(
                                            Math.max(0, socket.getInputStream().available())),
                            StandardCharsets.UTF_8);
        }
    }
}
