package whybroke.server.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whybroke.rules.Label;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FigureTest {
    private static final String REPOSITORY = "figures/shop";
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final String DAY = "?repository=figures/shop&from=2026-03-10&to=2026-03-11";

    @Inject
    Caller caller;

    @Inject
    Teller teller;

    /** Ten jobs: five green, one of them cancelled; five red, one of them allowed to fail. */
    @BeforeEach
    void aDay() {
        teller.tell(
                told("1").passed(),
                told("2").passed(),
                told("3").passed(),
                told("4").passed(),
                told("5"),
                told("6"),
                told("7").labelled(Label.APP).because("figures-app"),
                told("8").unlabelled().because("figures-none"),
                told("9").allowedToFail(),
                Told.failure(REPOSITORY, "fig-yesterday", NOON.minusSeconds(86_400)));
    }

    private static Told told(String id) {
        return Told.failure(REPOSITORY, "fig-" + id, NOON.plusSeconds(Long.parseLong(id)));
    }

    @Test
    void categories_sayWhatTheyWereTakenOver() {
        JsonPath figures = get("categories" + DAY);

        assertThat(figures.getInt("over.jobs")).isEqualTo(8);
        assertThat(figures.getInt("over.failures")).isEqualTo(4);
        assertThat(figures.getInt("over.may_fail")).isEqualTo(1);
        assertThat(figures.getInt("over.by_log_state.whole")).isEqualTo(4);
        assertThat(figures.getInt("over.by_outcome.labelled")).isEqualTo(3);
        assertThat(figures.getInt("over.by_outcome.no-rule")).isEqualTo(1);
        assertThat(figures.getString("over.counted")).contains("finished");
        assertThat(figures.<String>getList("rows.label")).containsExactly("infra", "app", "unlabelled");
        assertThat(figures.getDouble("rows[0].share")).isEqualTo(0.5);
        assertThat(figures.getInt("rows[0].previous")).isEqualTo(1);
        assertThat(figures.getInt("previous_failures")).isEqualTo(1);
        assertThat(figures.getInt("days[0].failures.infra")).isEqualTo(2);
        assertThat(figures.getList("days")).hasSize(1);
    }

    @Test
    void causes_areLargestFirst() {
        JsonPath figures = get("causes" + DAY + "&limit=2");

        assertThat(figures.<Integer>getList("rows.failures")).containsExactly(2, 1);
        assertThat(figures.getDouble("rows[0].share")).isEqualTo(0.5);
        assertThat(figures.getInt("rows[0].previous")).isEqualTo(1);
    }

    @Test
    void coverageAndPlatformSuccess_areIntervals() {
        JsonPath figures = get("coverage" + DAY);

        assertThat(figures.getInt("usable")).isEqualTo(4);
        assertThat(figures.getInt("labelled")).isEqualTo(3);
        assertThat(figures.getDouble("share")).isEqualTo(0.75);
        assertThat(figures.getInt("runs")).isEqualTo(8);
        assertThat(figures.getInt("platform_runs")).isEqualTo(2);
        assertThat(figures.getDouble("platform_success.low")).isCloseTo(1 - 3 / 8.0, within(1e-9));
        assertThat(figures.getDouble("platform_success.high")).isCloseTo(1 - 2 / 8.0, within(1e-9));
        assertThat(figures.getDouble("platform_success_jobs.low")).isCloseTo(1 - 3 / 8.0, within(1e-9));
    }

    @Test
    void aRun_countsOnce_byItsLastAttempt() {
        Told red = Told.failure("figures/retried", "retried", NOON);
        Told green = new Told(
                        red.repository(),
                        red.id(),
                        red.job(),
                        red.branch(),
                        red.outcome(),
                        false,
                        2,
                        NOON.plusSeconds(600),
                        red.label(),
                        red.cause(),
                        red.log())
                .passed();
        teller.tell(red, green);

        JsonPath figures = get("coverage?repository=figures/retried&from=2026-03-10&to=2026-03-11");

        assertThat(figures.getInt("over.jobs")).isEqualTo(2);
        assertThat(figures.getInt("runs")).isEqualTo(1);
        assertThat(figures.getInt("platform_runs")).isZero();
    }

    @Test
    void aPeriod_isHalfOpen() {
        assertThat(get("categories?repository=figures/shop&from=2026-03-10T11:00:00Z&to=2026-03-10T12:00:00Z")
                        .getInt("over.failures"))
                .isZero();
        assertThat(get("categories?repository=figures/shop&from=2026-03-10T12:00:00Z&to=2026-03-10T12:15:00Z")
                        .getInt("over.failures"))
                .isEqualTo(4);
    }

    @Test
    void nothing_isNoRate() {
        given().spec(caller.admin())
                .get("/api/v1/figures/coverage?repository=figures/none&period=7d")
                .then()
                .statusCode(200)
                .body("share", nullValue())
                .body("platform_success", nullValue())
                .body("period.zone", equalTo("UTC"));
        given().spec(caller.admin())
                .get("/api/v1/figures/categories?repository=figures/none&period=7d")
                .then()
                .body("days", hasSize(7))
                .body("rows", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "period=30,period",
        "period=0d,period",
        "period=999d,period",
        "to=2026-03-01,from",
        "from=2026-03-02&to=2026-03-01,to",
        "from=2020-01-01&to=2026-01-01,from",
        "from=2026-03-01&period=7d,period",
    })
    void aPeriodThatIsNone_isNamed(String query, String parameter) {
        given().spec(caller.admin())
                .get("/api/v1/figures/categories?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(parameter));
    }

    private JsonPath get(String path) {
        return JsonPath.from(given().spec(caller.admin())
                .get("/api/v1/figures/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
