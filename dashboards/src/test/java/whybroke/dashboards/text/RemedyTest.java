package whybroke.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemedyTest {
    @Test
    void markdown_isRendered_withHeadingsBelowThePagesOwn() {
        assertThat(html("# Do this\n\n1. Look\n2. `mvn -U`"))
                .contains("<h3>Do this</h3>")
                .contains("<li>Look</li>")
                .contains("<code>mvn -U</code>");
    }

    @Test
    void rawHtml_isShownAsText() {
        assertThat(html("<script>alert(1)</script>\n\nand <b onclick=x>inline</b>"))
                .doesNotContain("<script")
                .doesNotContain("<b ")
                .contains("&lt;script&gt;");
    }

    @Test
    void dangerousLinks_leadNowhere() {
        assertThat(html("[a](javascript:alert(1)) [b](data:text/html,x) [c](https://docs.example.org)"))
                .doesNotContain("javascript:")
                .doesNotContain("data:")
                .startsWith("<p>a b <a ")
                .contains("href=\"https://docs.example.org\"");
    }

    @Test
    void pictures_becomeTheirWords() {
        assertThat(html("see ![the dashboard](https://tracker.example.org/p.png)"))
                .doesNotContain("<img")
                .contains("see the dashboard");
    }

    @Test
    void codeBlocks_canBeReachedByKeyboard() {
        assertThat(html("```sh\nnpm ci\n```")).contains("<pre class=\"code\" tabindex=\"0\"><code>npm ci");
    }

    @Test
    void nothing_isNothing() {
        assertThat(Remedy.html(" ")).isNull();
        assertThat(Remedy.html(null)).isNull();
    }

    private static String html(String markdown) {
        return Remedy.html(markdown).getValue();
    }
}
