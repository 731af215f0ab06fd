package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import whybroke.api.account.Scope;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CatalogTest {
    @Inject
    Caller caller;

    @Test
    void rules_areThoseThatJudge() {
        given().spec(caller.admin())
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("id", hasItem("maven/artifact-not-found"))
                .body("size()", greaterThan(15));
        given().spec(caller.admin())
                .get("/api/v1/rules/maven/artifact-not-found")
                .then()
                .statusCode(200)
                .body("label", equalTo("dependency"))
                .body("remedy", notNullValue())
                .body("library", notNullValue());
        given().spec(caller.admin()).get("/api/v1/rules/maven/nothing").then().statusCode(404);
        given().spec(caller.admin()).get("/api/v1/rules/MAVEN/x").then().statusCode(404);
    }

    @Test
    void status_saysHowItStands() {
        given().spec(caller.admin())
                .get("/api/v1/status")
                .then()
                .statusCode(200)
                .body("engine", greaterThan(0))
                .body("active_version", notNullValue())
                .body("indexed", notNullValue());
    }

    @Test
    void connections_areMadeReadAndChanged_byAdministratorsAlone() {
        String path = "/api/v1/connections/c-" + UUID.randomUUID().toString().substring(0, 8);
        String body = """
                {"provider": "github", "host": "github.example.org", "api": "https://api.github.example.org",
                 "webhook_secrets": ["env:HOOK"], "token": "env:TOKEN", "enabled": true}""";

        String tag = given().spec(caller.admin())
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(201)
                .header("Location", containsString(path))
                .header("ETag", startsWith("\"v"))
                .extract()
                .header("ETag");
        given().spec(caller.admin())
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(428);
        given().spec(caller.admin())
                .contentType("application/json")
                .header("If-Match", tag)
                .body(body.replace("true", "false"))
                .put(path)
                .then()
                .statusCode(200)
                .body("connection.enabled", equalTo(false))
                .body("connection.webhook_secrets", hasItem("env:HOOK"));
        given().spec(caller.admin())
                .contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .put(path)
                .then()
                .statusCode(412);
        given().spec(caller.admin())
                .contentType("application/json")
                .body(body.replace("env:TOKEN", "ghp_plain"))
                .put(path + "x")
                .then()
                .statusCode(400);
        given().spec(caller.member(Set.of(), Scope.READ, Scope.TRIAGE))
                .get("/api/v1/connections")
                .then()
                .statusCode(403);
    }
}
