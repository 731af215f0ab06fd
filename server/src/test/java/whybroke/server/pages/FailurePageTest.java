package whybroke.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whybroke.api.account.FirstToken;
import whybroke.api.job.RecordJob;
import whybroke.api.verdict.RecordVerdict;
import whybroke.ingest.FailureId;
import whybroke.ingest.LogState;
import whybroke.rules.Label;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FailurePageTest {
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
    void labelled_answersWhyWhoseHowSureAndWhere() {
        Scene scene = scene("labelled");
        scene.ago(Duration.ofDays(1)).labelled();
        FailureId id = scene.ago(Duration.ofMinutes(12)).labelled();

        String html = pages.get("/failures/" + id);

        assertThat(html)
                .containsPattern("<h1[^>]*>Not your code: ")
                .contains("the platform’s, not yours")
                .contains("at least 94% right")
                .contains("maven/repository-unavailable</a> v3")
                .containsPattern("<li id=\"L40\" class=\"hit\">")
                .contains("<mark>503</mark>")
                .contains("<span class=\"redacted\">[redacted:password]</span>")
                .contains("5 lines above", "12 lines below")
                .contains("generic/exit-code</a> v3", "wrapper: something closer to the root was found")
                .contains("<dt>Before</dt><dd>1 time</dd>")
                .contains("class=\"spark\"")
                .contains("12 min ago</time>");
    }

    @Test
    void history_isAStripOfTicksAndShapes() {
        Scene scene = scene("strip");
        scene.ago(Duration.ofHours(3)).passed();
        scene.attempt = 1;
        scene.ago(Duration.ofHours(2)).labelled();
        FailureId id = scene.ago(Duration.ofHours(1)).labelled();

        assertThat(pages.get("/failures/" + id))
                .contains("Latest 3 runs of this job, newest right: 1 passed, 2 failed")
                .contains("class=\"pass\"", "class=\"shape now\" aria-current=\"true\" data-label=\"infra\"");
    }

    @Test
    void cutLog_saysWhatIsMissing() {
        assertThat(pages.get("/failures/" + scene("cut").cut()))
                .contains("Judged on 60 of 118,264 lines.")
                .contains("118,204 lines were left out: the log has 61.0 MiB")
                .contains("not measured yet")
                .contains("id=\"L118244\" class=\"hit\"");
    }

    @Test
    void noRule_saysSo_andOffersToLabelIt() {
        Scene scene = scene("no-rule");
        scene.ago(Duration.ofDays(2)).noRule();
        FailureId id = scene.ago(Duration.ofMinutes(1)).noRule();

        assertThat(pages.get("/failures/" + id))
                .containsPattern("<h1[^>]*>Nobody has taught us this one yet")
                .contains("look")
                .contains("Label it")
                .contains("The end of its log")
                .doesNotContain("value=\"unlabelled\"");
    }

    @Test
    void ambiguous_showsThreeCandidates() {
        assertThat(pages.get("/failures/" + scene("ambiguous").ambiguous()))
                .containsPattern("<h1[^>]*>We are not sure: one of these 3")
                .contains("What came closest", "junit/assertion-failed", "network/connection-reset")
                .contains("<button name=\"agree\" value=\"flaky-test\"");
    }

    @Test
    void notReady_looksAgainByItself() {
        assertThat(pages.get("/failures/"
                        + scene("not-ready").ago(Duration.ofSeconds(20)).without(LogState.NOT_READY)))
                .containsPattern("<h1[^>]*>The log is not there yet")
                .contains("<meta http-equiv=\"refresh\" content=\"3\">")
                .contains("Known without the log: exit code 1", "not judged yet")
                .contains("<td class=\"break\">mvn verify</td><td>build</td><td>failed</td>");
    }

    @Test
    void notReadyForDays_doesNotLookAgainForEver() {
        assertThat(pages.get("/failures/"
                        + scene("waits-long").ago(Duration.ofDays(3)).notJudged()))
                .doesNotContain("http-equiv");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, The log is gone",
        "DELETED, The log is gone",
        "FORBIDDEN, We may not read this log",
        "UNREACHABLE, We know it failed",
        "BINARY, The log is not text",
        "EMPTY, The log is empty",
        "NEVER_RAN, The job never ran",
        "TOO_LARGE, The log is too large",
    })
    void stateWithoutALog_isSaidPlainly(LogState state, String heading) {
        Scene scene = scene("state-" + state.word());
        scene.because = "the provider answered <410>";

        assertThat(pages.get("/failures/" + scene.without(state)))
                .containsPattern("<h1[^>]*>" + heading)
                .contains("the provider answered &lt;410&gt;")
                .doesNotContain("http-equiv");
    }

    @Test
    void hostileNames_areShownAndHarmless() {
        Scene scene = scene("hostile");
        scene.repository = "acme/<script>alert(1)</script>";
        scene.job = "\"><img src=x onerror=alert(1)>\u202Egnp.exe";
        scene.branch = "b".repeat(10_000);
        scene.text = "<script>alert('log')</script>\n\u202Ereversed\n[ERROR] </code></li><b>503</b>";
        scene.decisive = 2;

        FailureId id = scene.labelled();

        assertThat(pages.get("/failures/" + id))
                .doesNotContain("<script>alert", "<img", "<b>", "\u202E")
                .contains("acme/&lt;script&gt;alert(1)&lt;/script&gt;", "[U+202E]gnp.exe", "[U+202E]reversed")
                .contains("&lt;/code&gt;&lt;/li&gt;&lt;b&gt;<mark>503</mark>&lt;/b&gt;");
        assertThat(pages.get("/failures?q=alert")).doesNotContain("<script>alert", "<img", "\u202E");
        assertThat(pages.get("/failures/" + id + "/log")).doesNotContain("<script>alert", "\u202E");
    }

    @Test
    void wholeLog_hasEveryKeptLine() {
        assertThat(pages.get("/failures/" + scene("whole").labelled() + "/log"))
                .contains("id=\"L1\"", "id=\"L60\"")
                .contains("60 of 60 lines kept");
    }

    @Test
    void personsWord_standsOverTheRules() {
        FailureId id = scene("person").labelled();

        Response posted = say(id, "dependency", "it is <gone>", 0);

        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(posted.header("Location")).endsWith("/failures/" + id + "?notice=changed");
        int version = version(pages.get("/failures/" + id));
        assertThat(say(id, "dependency", "it is <gone>", version).header("Location"))
                .endsWith("notice=kept");
        assertThat(pages.get("/failures/" + id + "?notice=kept"))
                .contains("Your word stands now")
                .containsPattern("<h1[^>]*>What your build asks for: something from outside cannot be had as asked")
                .contains("said so: it is &lt;gone&gt;")
                .contains("a person said so");
    }

    @Test
    void correctionWithoutALabel_saysSo() {
        FailureId id = scene("no-label").labelled();

        assertThat(say(id, "none-of-them", "", 1).header("Location")).endsWith("notice=label");
    }

    @Test
    void flakyTestLabel_isNotThisChange() {
        Scene scene = scene("flaky");
        scene.label = Label.FLAKY_TEST;

        assertThat(pages.get("/failures/" + scene.labelled())).containsPattern("<h1[^>]*>Not this change: ");
    }

    @Test
    void unknownFailure_isAPageThatHelps() {
        assertThat(pages.get("/failures/" + "0".repeat(32), 404)).contains("There is nothing here that you may see");
    }

    private Response say(FailureId id, String label, String reason, int version) {
        return pages.browser()
                .urlEncodingEnabled(true)
                .formParam("label", label)
                .formParam("reason", reason)
                .formParam("version", version)
                .post("/failures/" + id + "/verdict");
    }

    private static int version(String html) {
        String field = "name=\"version\" value=\"";
        int at = html.indexOf(field) + field.length();
        return Integer.parseInt(html.substring(at, html.indexOf('"', at)));
    }

    private Scene scene(String name) {
        return new Scene(recordJob, recordVerdict, name);
    }
}
