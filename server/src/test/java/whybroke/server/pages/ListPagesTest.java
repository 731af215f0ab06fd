package whybroke.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whybroke.api.account.FirstToken;
import whybroke.api.job.RecordJob;
import whybroke.api.verdict.RecordVerdict;
import whybroke.ingest.FailureId;
import whybroke.ingest.LogState;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ListPagesTest {
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @Inject
    FirstToken token;

    @Inject
    RecordJob recordJob;

    @Inject
    RecordVerdict recordVerdict;

    private Pages pages;

    @BeforeEach
    void signedIn() throws IOException {
        pages = new Pages(token);
    }

    @Test
    void start_leadsToTheFailures() {
        Response response = pages.browser().get("/");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/failures");
    }

    @Test
    void failures_canBeNarrowed_andCountBothAxes() {
        Scene scene = scene("narrow");
        scene.repository = "narrow/one";
        FailureId labelled = scene.labelled();
        FailureId expired = scene.ago(Duration.ofMinutes(30)).without(LogState.EXPIRED);

        assertThat(pages.get("/failures?repository=narrow%2Fone"))
                .contains(labelled.hex(), expired.hex(), "2 failures", "log expired", "no-evidence")
                .contains("<dt>expired</dt><dd class=\"num\">1</dd>", "<dt>whole</dt><dd class=\"num\">1</dd>");
        assertThat(pages.get("/failures?repository=narrow%2Fone&label=infra"))
                .contains(labelled.hex())
                .doesNotContain(expired.hex());
        assertThat(pages.get("/failures?repository=narrow%2Fone&state=expired"))
                .contains(expired.hex())
                .doesNotContain(labelled.hex());
        assertThat(pages.get("/failures?repository=narrow%2Ftwo")).contains("No failure fits");
    }

    @Test
    void moreFailuresThanAPage_followEachOther() {
        Scene scene = scene("many");
        scene.repository = "many/one";
        for (int minute = 1; minute <= 60; minute++) {
            scene.ago(Duration.ofMinutes(minute)).notJudged();
        }

        String first = pages.get("/failures?repository=many%2Fone");
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String second = pages.get(next.group(1).replace("&amp;", "&"));

        assertThat(first.split("<tr>", -1)).hasSize(52);
        assertThat(second.split("<tr>", -1)).hasSize(12);
        assertThat(second).contains("That is the end of this list.");
    }

    @Test
    void cursorOfSomebodyElse_isAPageThatHelps() {
        assertThat(pages.get("/failures?cursor=nonsense", 400)).contains("This address cannot be read");
    }

    @Test
    void cause_tellsHowOftenSinceWhenAndWhere() {
        Scene scene = scene("cause");
        scene.repository = "cause/one";
        scene.rule = "maven/dependency-missing";
        scene.ago(Duration.ofDays(3)).labelled();
        FailureId latest = scene.ago(Duration.ofMinutes(3)).labelled();
        Matcher cause = Pattern.compile("/causes/(\\d+)").matcher(pages.get("/failures/" + latest));
        assertThat(cause.find()).isTrue();

        assertThat(pages.get("/causes?q=transfer")).contains("/causes/" + cause.group(1) + "\"");
        assertThat(pages.get("/causes/" + cause.group(1)))
                .contains("2 failures in 1 repository in the last 90 days.")
                .contains("<svg class=\"chart\"", "As a table", "most on ")
                .contains("cause/one", latest.hex(), "maven/dependency-missing");
    }

    @Test
    void unknownCauseRuleOrPage_isAPageThatHelps() {
        for (String path : new String[] {"/causes/999999999", "/rules/no/such", "/rules/NO/Such", "/nowhere"}) {
            assertThat(pages.get(path, 404)).contains("There is nothing here that you may see", "trace");
        }
    }

    @Test
    void ciLink_leadsToItsFailure() {
        Scene scene = scene("link");
        FailureId id = scene.labelled();

        Response response = pages.browser()
                .get("/search?q=" + scene.jobUrl().replace(":", "%3A").replace("/", "%2F") + "%23step%3A4%3A1");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/failures/" + id);
    }

    @Test
    void unknownCiLink_saysSo() {
        assertThat(pages.get("/search?q=https%3A%2F%2Fci.example.org%2Fnothing", 404))
                .contains("We do not know a failed job with this link");
    }

    @Test
    void searchForNothing_saysWhatCanBeAsked() {
        assertThat(pages.get("/search?q=")).contains("Type words of a log");
    }

    @Test
    void queryThatCannotBeRead_isExplained() {
        assertThat(pages.get("/search?q=label%3Anonsense", 400)).contains("This query cannot be read");
    }

    @Test
    void rules_haveAPageEach() {
        String catalogue = pages.get("/rules");
        Matcher rule =
                Pattern.compile("href=\"(/rules/[a-z0-9-]+/[a-z0-9-]+)\"").matcher(catalogue);

        assertThat(rule.find()).isTrue();
        assertThat(pages.get(rule.group(1))).contains("Remedy", "Hits, 30 days", "How we know");
    }

    @Test
    void stranger_isSentToSignIn_andBack() {
        Response asked = io.restassured.RestAssured.given()
                .header("Accept", "text/html")
                .redirects()
                .follow(false)
                .get("/failures?label=app");

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).contains("/sign-in?to=");
        Response form =
                io.restassured.RestAssured.given().header("Accept", "text/html").get("/sign-in?to=/failures");
        assertThat(Pages.sound(form)).contains("name=\"token\"", "value=\"/failures\"");
    }

    private Scene scene(String name) {
        return new Scene(recordJob, recordVerdict, name);
    }
}
