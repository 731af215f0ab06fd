package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.rules.Label;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FailureListTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Inject
    Caller caller;

    @Inject
    Teller teller;

    @Test
    void pages_loseAndRepeatNothing_whileFailuresArrive() {
        String repository = "list/cursor";
        teller.tell(IntStream.range(0, 7)
                .mapToObj(n -> Told.failure(repository, "cursor-" + n, NOON.plusSeconds(n / 2)))
                .toList());
        List<String> seen = new ArrayList<>();

        String cursor = null;
        int added = 0;
        do {
            ValidatableResponse page =
                    get("repository=" + repository + "&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next_cursor");
            if (cursor != null) {
                page.header("Link", containsString("cursor=" + cursor)).header("Link", containsString("limit=2"));
            }
            teller.tell(Told.failure(repository, "cursor-late-" + added++, NOON.plusSeconds(100)));
        } while (cursor != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void filters_narrow() {
        String repository = "list/filters";
        teller.tell(
                Told.failure(repository, "f-1", NOON),
                Told.failure(repository, "f-2", NOON.plusSeconds(60))
                        .unlabelled()
                        .named("lint", "dev"),
                Told.failure(repository, "f-3", NOON.plusSeconds(120))
                        .labelled(Label.APP)
                        .named("100%_done", "main"));

        assertThat(jobs("")).containsExactly("100%_done", "lint", "build");
        assertThat(jobs("&label=infra")).containsExactly("build");
        assertThat(jobs("&label=none")).containsExactly("lint");
        assertThat(jobs("&branch=dev")).containsExactly("lint");
        assertThat(jobs("&job=lint")).containsExactly("lint");
        assertThat(jobs("&outcome=no-rule")).containsExactly("lint");
        assertThat(jobs("&log_state=whole")).hasSize(3);
        assertThat(jobs("&log_state=expired")).isEmpty();
        assertThat(jobs("&since=2026-03-02T12:01:00Z&until=2026-03-02T12:02:00Z"))
                .containsExactly("lint");
        assertThat(jobs("&q=%25_")).containsExactly("100%_done");
        assertThat(jobs("&q=DEV+lint")).containsExactly("lint");
        get("repository=list/filt*").body("items", hasSize(3));
        get("repository=list%25*").body("items", hasSize(0));
    }

    private List<String> jobs(String filter) {
        return get("repository=list/filters" + filter).extract().path("items.job");
    }

    @Test
    void hostileNames_areOnlyText() {
        String repository = "list/'; drop table failure; --";
        teller.tell(Told.failure(repository, "h-1", NOON)
                .named("<script>alert(1)</script>", "main\u202e")
                .saying("a", "evidence \u0000 \"<b>\"", "c"));

        given().spec(caller.admin())
                .queryParam("repository", repository)
                .get("/api/v1/failures")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.repository", contains(repository))
                .body("items.job", contains("<script>alert(1)</script>"));
        given().spec(caller.admin())
                .queryParam("q", "x' or '1'='1")
                .get("/api/v1/failures")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=201,limit",
        "limit=many,limit",
        "cursor=abc,cursor",
        "cursor=OTk6eA,cursor",
        "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk6YQ,cursor",
        "label=maybe,label",
        "outcome=unheard,outcome",
        "log_state=unheard,log_state",
        "cause=x,cause",
        "since=yesterday,since",
        "until=2026-13-01T00:00:00Z,until",
    })
    void whatIsOutOfBounds_isNamed(String query, String parameter) {
        given().spec(caller.admin())
                .get("/api/v1/failures?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whybroke:problem:invalid-request"))
                .body("errors[0].pointer", equalTo(parameter));
    }

    @Test
    void anUnchangedList_isNotSentAgain() {
        teller.tell(Told.failure("list/etag", "e-1", NOON));
        String tag = get("repository=list/etag").extract().header("ETag");

        given().spec(caller.admin())
                .header("If-None-Match", tag)
                .get("/api/v1/failures?repository=list/etag")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        teller.tell(Told.failure("list/etag", "e-2", NOON));
        given().spec(caller.admin())
                .header("If-None-Match", tag)
                .get("/api/v1/failures?repository=list/etag")
                .then()
                .statusCode(200);
    }

    @Test
    void oneFailure_isToldInFull() {
        String repository = "list/one";
        Told first = Told.failure(repository, "o-1", Instant.now().minusSeconds(7200));
        Told second = Told.failure(repository, "o-2", Instant.now().minusSeconds(3600));
        Told green = Told.failure(repository, "o-3", Instant.now().minusSeconds(1800))
                .passed();
        teller.tell(first, second, green);

        given().spec(caller.admin())
                .get("/api/v1/failures/" + second.report().id())
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v"))
                .body("label", equalTo("infra"))
                .body("outcome", equalTo("labelled"))
                .body("log_state", equalTo("whole"))
                .body("blame", equalTo("platform"))
                .body("evidence", containsString("503"))
                .body("line", equalTo(2))
                .body("facts.outcome", equalTo("failed"))
                .body("facts.exit_code", equalTo(1))
                .body("verdict.judge", equalTo("rule"))
                .body("verdict.tier", equalTo("cause"))
                .body("excerpt.rows.find { it.decisive }.raw", equalTo(2))
                .body("excerpt.rows.find { it.decisive }.pieces.find { it.captured }.text", equalTo("repo.example.org"))
                .body("seen.before", equalTo(1))
                .body("seen.repositories", equalTo(1))
                .body("seen.days", hasSize(14))
                .body("seen.days.failures.sum()", equalTo(2))
                .body("history.outcome", contains("passed", "failed", "failed"))
                .body("history.this_one", contains(false, true, false))
                .body("attempts", hasSize(1))
                .body("ledger", hasSize(1))
                .body("ledger[0].judge", equalTo("rule"));
        given().spec(caller.admin())
                .get("/api/v1/failures/" + second.report().id() + "/verdicts")
                .then()
                .statusCode(200)
                .body("label", contains("infra"))
                .body("[0].hits", hasSize(1));
        given().spec(caller.admin())
                .get("/api/v1/failures/" + second.report().id() + "/log?numbers=true")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .body(equalTo("1\tDownloading\n2\tstatus code: 503 from repo.example.org\n3\tBUILD FAILURE\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffffffffffffffffff", "nonsense", "FFFF", "%00"})
    void whatIsNotThere_isNotFound(String id) {
        for (String below : new String[] {"", "/log", "/verdicts", "/similar"}) {
            given().spec(caller.admin())
                    .urlEncodingEnabled(false)
                    .get("/api/v1/failures/" + id + below)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("errors", nullValue());
        }
    }

    private ValidatableResponse get(String query) {
        return given().spec(caller.admin())
                .urlEncodingEnabled(false)
                .get("/api/v1/failures?" + query)
                .then()
                .statusCode(200);
    }
}
