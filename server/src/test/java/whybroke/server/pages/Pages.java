package whybroke.server.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import whybroke.api.account.FirstToken;

/** The pages as a signed-in administrator's browser asks for them, each held to what all pages must be. */
final class Pages {
    private final String token;

    Pages(FirstToken token) throws IOException {
        this.token = token.read().orElseThrow();
    }

    String get(String path) {
        return get(path, 200);
    }

    String get(String path, int status) {
        Response response = browser().get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return sound(response);
    }

    RequestSpecification browser() {
        return given().header("Authorization", "Bearer " + token)
                .header("Accept", "text/html,application/xhtml+xml;q=0.9")
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false);
    }

    static String sound(Response response) {
        String html = response.asString();
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(html).startsWith("<!doctype html>");
        assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
        assertThat(html.replaceAll("\"[^\"<>]*\"", "\"\""))
                .as("values of attributes taken out")
                .doesNotContainPattern("(?i)<[^>]*\\sstyle=")
                .doesNotContainPattern("(?i)<[^>]*\\son[a-z]+=")
                .doesNotContainPattern("(?i)<script(?! src=)");
        assertThat(html).doesNotContain("NOT_FOUND").doesNotContain("{view.", "{row.", "{it.");
        return html;
    }
}
