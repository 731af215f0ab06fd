package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whybroke.api.account.Scope;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PersonVerdictTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Inject
    Caller caller;

    @Inject
    Teller teller;

    @Test
    void withoutTheVersionRead_nothingIsSaid() {
        String path = told("p-1");

        say(path, null, "{\"label\":\"app\"}")
                .statusCode(428)
                .body("type", equalTo("urn:whybroke:problem:version-required"));
        say(path, "\"v99\"", "{\"label\":\"app\"}")
                .statusCode(412)
                .body("type", equalTo("urn:whybroke:problem:changed-meanwhile"));
        say(path, "*", "{\"label\":\"app\"}").statusCode(412);
    }

    @Test
    void aPersonsWord_standsAtOnce_andTheOldTagIsSpent() {
        String path = told("p-2");
        String tag = tag(path);

        say(path, tag, "{\"label\":\"app\",\"reason\":\"it was our change\"}")
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("label", equalTo("app"))
                .body("judge", equalTo("person"))
                .body("verdict.reason", equalTo("it was our change"))
                .body("ledger.judge", contains("person", "rule"));
        say(path, tag, "{\"label\":\"infra\"}").statusCode(412);
    }

    @Test
    void whatIsNoLabel_isNamed() {
        String path = told("p-3");
        String tag = tag(path);

        say(path, tag, "{\"label\":\"gremlins\"}").statusCode(400).body("errors[0].pointer", equalTo("/label"));
        say(path, tag, "{}").statusCode(400);
        say(path, tag, "").statusCode(400);
        say(path, tag, "[]").statusCode(400);
        say(path, tag, "{\"label\":\"app\",\"reason\":\"" + "x".repeat(2001) + "\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void aReader_mayNotSay() {
        String path = told("p-4");
        given().spec(caller.member(Set.of(teller.team("readers", "person/shop")), Scope.READ))
                .contentType("application/json")
                .header("If-Match", tag(path))
                .body("{\"label\":\"app\"}")
                .post(path + "/verdicts")
                .then()
                .statusCode(403);
    }

    private String told(String id) {
        Told told = Told.failure("person/shop", id, NOON);
        teller.tell(told);
        return "/api/v1/failures/" + told.report().id();
    }

    private String tag(String path) {
        return given().spec(caller.admin())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private ValidatableResponse say(String path, String tag, String body) {
        var request =
                given().spec(caller.admin()).contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .post(path + "/verdicts")
                .then();
    }
}
