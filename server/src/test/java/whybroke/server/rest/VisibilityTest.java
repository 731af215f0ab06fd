package whybroke.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whybroke.api.account.Scope;
import whybroke.server.Backends;

/** Two teams, one cause: each sees its own failures and nothing that tells of the other's, in any answer. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class VisibilityTest {
    private static final Instant NOW = Instant.now().minusSeconds(3600);
    private static final Told OURS =
            Told.failure("vis-ours/shop", "v-1", NOW).because("vis").saying("a", "quokka 503");
    private static final Told THEIRS = Told.failure("vis-theirs/secret", "v-2", NOW.plusSeconds(1))
            .because("vis")
            .saying("a", "quokka 503");
    private static final Told OPEN = Told.failure("vis-open/docs", "v-3", NOW.plusSeconds(2))
            .because("vis")
            .saying("a", "quokka 503");
    private static final Told NOBODYS = Told.failure("vis-nobodys/new", "v-4", NOW.plusSeconds(3))
            .because("vis")
            .saying("a", "quokka 503");

    @Inject
    Caller caller;

    @Inject
    Teller teller;

    private long team;

    @BeforeEach
    void twoTeams() {
        teller.tell(OURS, THEIRS, OPEN, NOBODYS);
        teller.forEveryone(OPEN.repository());
        teller.team("theirs", THEIRS.repository());
        team = teller.team("ours", OURS.repository());
    }

    @Test
    void lists_holdWhatIsOursAndEveryones() {
        assertThat(get("/api/v1/failures?repository=vis-*").<String>getList("items.repository"))
                .containsExactly(OPEN.repository(), OURS.repository());
        assertThat(JsonPath.from(caller.admin()
                                .get("/api/v1/failures?repository=vis-*")
                                .asString())
                        .getList("items"))
                .hasSize(4);
    }

    @Test
    void theirFailure_doesNotExist() {
        String id = THEIRS.report().id().hex();
        for (String below : new String[] {"", "/log", "/verdicts", "/similar"}) {
            us().get("/api/v1/failures/" + id + below).then().statusCode(404);
        }
        us().header("If-Match", "\"v1\"")
                .contentType("application/json")
                .body("{\"label\":\"app\"}")
                .post("/api/v1/failures/" + id + "/verdicts")
                .then()
                .statusCode(404);
    }

    @Test
    void seenBefore_countsOnlyWhatWeMaySee() {
        JsonPath open = get("/api/v1/failures/" + OPEN.report().id());

        assertThat(open.getInt("seen.before")).isEqualTo(1);
        assertThat(open.getInt("seen.repositories")).isEqualTo(2);
        assertThat(open.getInt("seen.days.failures.sum()")).isEqualTo(2);
    }

    @Test
    void causes_countOnlyWhatWeMaySee() {
        long cause = get("/api/v1/failures/" + OPEN.report().id()).getLong("cause.id");

        JsonPath one = get("/api/v1/causes/" + cause + "?period=3d");
        assertThat(one.getInt("failures")).isEqualTo(2);
        assertThat(one.getInt("repositories")).isEqualTo(2);
        assertThat(one.<String>getList("where.repository"))
                .containsExactlyInAnyOrder(OPEN.repository(), OURS.repository());
        assertThat(one.getString("example.repository")).isEqualTo(OPEN.repository());
        assertThat(get("/api/v1/causes/" + cause + "/trend?period=3d").getInt("failures"))
                .isEqualTo(2);
        assertThat(get("/api/v1/causes?period=3d&limit=200").getInt("items.find { it.id == " + cause + " }.failures"))
                .isEqualTo(2);
        stranger().get("/api/v1/causes?period=3d").then().body("items", hasSize(1));
    }

    @Test
    void aCauseOfTheirsAlone_doesNotExist() {
        Told secret = Told.failure("hidden/secret", "v-5", NOW).because("vis-secret");
        teller.tell(secret);
        long cause = JsonPath.from(caller.admin()
                        .get("/api/v1/failures/" + secret.report().id())
                        .asString())
                .getLong("cause.id");

        us().get("/api/v1/causes/" + cause).then().statusCode(404);
        us().get("/api/v1/causes/" + cause + "/trend").then().statusCode(404);
    }

    @Test
    void figures_countOnlyWhatWeMaySee() {
        for (String figure : List.of("categories", "causes", "coverage")) {
            JsonPath ours = get("/api/v1/figures/" + figure + "?period=3d");
            assertThat(ours.getInt("over.failures")).as(figure).isEqualTo(2);
            assertThat(ours.getInt("over.jobs")).as(figure).isEqualTo(2);
            us().get("/api/v1/figures/" + figure + "?period=3d&repository=" + THEIRS.repository())
                    .then()
                    .statusCode(200)
                    .body("over.failures", equalTo(0))
                    .body("over.jobs", equalTo(0));
        }
        assertThat(get("/api/v1/figures/coverage?period=3d").getInt("runs")).isEqualTo(2);
    }

    @Test
    void search_findsAndCountsOnlyWhatWeMaySee() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> JsonPath.from(caller.admin()
                                        .get("/api/v1/search?q=quokka")
                                        .asString())
                                .getList("hits")
                                .size()
                        == 4);

        JsonPath found = get("/api/v1/search?q=quokka");
        assertThat(found.<String>getList("hits.failure.repository"))
                .containsExactlyInAnyOrder(OPEN.repository(), OURS.repository());
        assertThat(found.getInt("total")).isEqualTo(2);
        assertThat(found.getMap("facets.repository")).doesNotContainKey(THEIRS.repository());
        assertThat(get("/api/v1/failures/" + OURS.report().id() + "/similar").<String>getList("failure.repository"))
                .doesNotContain(THEIRS.repository(), NOBODYS.repository());
    }

    /** A new one each time: a request remembers its parameters. */
    private RequestSpecification us() {
        return caller.member(Set.of(team), Scope.READ, Scope.TRIAGE);
    }

    private RequestSpecification stranger() {
        return caller.member(Set.of(), Scope.READ);
    }

    private JsonPath get(String path) {
        return JsonPath.from(us().get(path).then().statusCode(200).extract().asString());
    }
}
