package whybroke.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whybroke.api.account.FirstToken;
import whybroke.api.account.Scope;
import whybroke.api.account.Viewer;
import whybroke.api.job.RecordJob;
import whybroke.api.search.Search;
import whybroke.api.verdict.RecordVerdict;
import whybroke.ingest.FailureId;
import whybroke.ingest.LogState;
import whybroke.ingest.stream.Outgoing;
import whybroke.rules.Label;
import whybroke.server.Backends;
import whybroke.server.pages.Scene;

@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInABrowserTest {
    private static final Viewer EVERYBODY = new Viewer("test", Set.of(), Set.of(Scope.ADMIN));

    @TestHTTPResource
    String address;

    @Inject
    FirstToken token;

    @Inject
    RecordJob recordJob;

    @Inject
    RecordVerdict recordVerdict;

    @Inject
    Outgoing outgoing;

    @Inject
    Search search;

    @Inject
    AgroalDataSource source;

    private Chromium chromium;
    private Map<String, String> paths;

    @BeforeAll
    void start() {
        chromium = Chromium.ofThisMachine().orElse(null);
        Assumptions.assumeTrue(chromium != null, "no Chromium on this machine");
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void filled() throws Exception {
        if (paths == null) {
            nothingYet();
            paths = fill();
        }
    }

    /** Before anything is there, the first page is looked at. */
    private void nothingYet() throws Exception {
        empty();
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 390}) {
                try (Visit visit = visit(theme, width, true)) {
                    visit.open("/sign-in");
                    visit.isSound("sign-in");
                    visit.signIn(token.read().orElseThrow());
                    assertThat(visit.page().textContent("h1")).contains("Nothing has failed yet");
                    visit.isSound("first-run");
                }
            }
        }
    }

    private void empty() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate repository, job, cause, failure_count, job_count cascade");
        }
    }

    private Map<String, String> fill() {
        Map<String, String> filled = new LinkedHashMap<>();
        Scene labelled = scene("labelled");
        for (int day = 80; day > 0; day -= day % 7 == 0 ? 1 : 4) {
            labelled.run = "day-" + day;
            labelled.ago(Duration.ofDays(day).plusHours(day % 5)).labelled();
            labelled.ago(Duration.ofDays(day).minusHours(7)).passed();
        }
        labelled.run = "today";
        FailureId first = labelled.ago(Duration.ofMinutes(14)).labelled();
        labelled.attempt = 2;
        FailureId second = labelled.ago(Duration.ofMinutes(6)).labelled();
        filled.put("failure", "/failures/" + second);
        filled.put("failure-log", "/failures/" + first + "/log");
        filled.put("failure-cut", "/failures/" + scene("cut").cut());
        filled.put("failure-no-rule", "/failures/" + scene("no-rule").noRule());
        filled.put("failure-ambiguous", "/failures/" + scene("ambiguous").ambiguous());
        filled.put(
                "failure-not-ready",
                "/failures/" + scene("late").ago(Duration.ofHours(2)).without(LogState.NOT_READY));
        Scene forbidden = scene("forbidden");
        forbidden.because = "The provider answered 403.";
        filled.put("failure-forbidden", "/failures/" + forbidden.without(LogState.FORBIDDEN));
        filled.put("failure-hostile", "/failures/" + hostile().labelled());
        others();
        filled.put("failures", "/failures");
        filled.put("failures-none", "/failures?repository=nobody");
        filled.put("causes", "/causes");
        filled.put("cause", "/causes/" + causeOf(second));
        filled.put("search", "/search?q=transfer");
        filled.put("search-wrong", "/search?q=");
        filled.put("rules", "/rules");
        filled.put("rule", "/rules/maven/repository-unavailable");
        filled.put("problem", "/nowhere");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> search.find(EVERYBODY, "transfer", null, 5).total() > 0);
        return filled;
    }

    private Scene hostile() {
        Scene hostile = scene("hostile");
        hostile.repository = "acme/<script>document.title='owned'</script>" + "x".repeat(200);
        hostile.job = "\"><img src=x onerror=alert(1)>\u202Egnp.exe";
        hostile.branch = "branch-".repeat(1_400);
        hostile.text =
                "<script>alert('log')</script>\n\u202Ereversed " + "y".repeat(3_000) + "\n[ERROR] </code><b>503</b>";
        hostile.decisive = 2;
        return hostile;
    }

    private void others() {
        for (Label label : Label.values()) {
            Scene scene = scene("other-" + label.word());
            scene.repository = "northwind/inventory-sync-and-reconciliation-batch";
            scene.branch = "feature/PAY-4711-split-settlement-batches-by-currency-and-clearing-house";
            scene.label = label;
            scene.rule = "other/" + label.word();
            scene.ago(Duration.ofHours(3 + label.ordinal() * 20L)).labelled();
        }
    }

    private long causeOf(FailureId id) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select cause_id from failure where id = ?::uuid")) {
            query.setString(1, id.hex());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "LIGHT, 390", "DARK, 1440", "DARK, 390"})
    void everyPage_isAccessible_fitsAndKeepsThePolicy(ColorScheme theme, int width) throws Exception {
        try (Visit visit = visit(theme, width, true)) {
            SoftAssertions all = new SoftAssertions();
            visit.signIn(token.read().orElseThrow());
            for (Map.Entry<String, String> page : paths.entrySet()) {
                visit.open(page.getValue());
                if (page.getKey().equals("problem")) {
                    visit.forgive(); // a browser complains of a 404
                }
                all.check(() -> visit.isSound(page.getKey()));
                visit.forgive();
            }
            visit.open(paths.get("failure"));
            visit.page().click("#correct summary");
            all.check(() -> visit.isSound("failure-correcting"));
            all.assertAll();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, yes", "false, no"})
    void failure_isFoundCorrectedAndSearched_withAndWithoutScript(boolean script, String name) throws Exception {
        Scene scene = scene("journey-" + name);
        scene.repository = "journey/" + name;
        scene.labelled();
        try (Visit visit = visit(ColorScheme.LIGHT, 1440, script)) {
            visit.signIn(token.read().orElseThrow());
            visit.page().fill("input[name=repository]", "journey/" + name);
            visit.page().click("form.filters button");
            visit.page().click("table a.title");
            assertThat(visit.page().textContent("h1")).startsWith("Not your code: ");

            visit.page().click("#correct summary");
            visit.page().check("input[value=app]");
            visit.page().fill("#reason", "the build asks for the wrong host");
            visit.page().click("#correct button");

            assertThat(visit.page().textContent("h1")).startsWith("Your code: ");
            assertThat(visit.page().textContent("[role=status]")).contains("Your word stands now");

            visit.page().fill("#find", "transfer repo:journey/" + name);
            visit.page().press("#find", "Enter");
            assertThat(visit.page().textContent("h1")).isEqualTo("Search");
            assertThat(visit.page().textContent(".found")).contains("journey/" + name);
            assertThat(visit.page().innerHTML(".found")).contains("<mark>");
        }
    }

    @Test
    void waitingPage_showsTheAnswerByItself() throws Exception {
        Scene scene = scene("waiting").ago(Duration.ofSeconds(30));
        FailureId id = scene.without(LogState.NOT_READY);
        try (Visit visit = visit(ColorScheme.LIGHT, 1440, true)) {
            visit.signIn(token.read().orElseThrow());
            visit.open("/failures/" + id);
            assertThat(visit.page().textContent("h1")).isEqualTo("The log is not there yet");

            scene.fetch = 2;
            scene.labelled();

            visit.page().waitForSelector("h1:has-text('Not your code')");
        }
    }

    @Test
    void slash_goesToTheSearchBox_unlessTurnedOff() throws Exception {
        try (Visit visit = visit(ColorScheme.LIGHT, 1440, true)) {
            visit.signIn(token.read().orElseThrow());
            visit.page().keyboard().press("/");
            assertThat(visit.page().evaluate("document.activeElement.id")).isEqualTo("find");

            visit.page().click("#keys");
            visit.open("/failures");
            visit.page().keyboard().press("/");
            assertThat(visit.page().evaluate("document.activeElement.id")).isNotEqualTo("find");
        }
    }

    private Scene scene(String name) {
        return new Scene(recordJob, recordVerdict, "browser-" + name).told(outgoing);
    }

    private Visit visit(ColorScheme theme, int width, boolean script) {
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return new Visit(chromium.browser(), base, theme, width, script);
    }
}
