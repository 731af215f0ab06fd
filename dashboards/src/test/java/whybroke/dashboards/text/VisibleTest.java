package whybroke.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void markup_isEscaped() {
        assertThat(Visible.html("<script>alert(\"x\")</script> & 'y'"))
                .isEqualTo("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;");
    }

    @Test
    void directionalCharacters_areSpeltOut() {
        assertThat(Visible.html("release/\u202Egpj.exe\u2066")).isEqualTo("release/[U+202E]gpj.exe[U+2066]");
    }

    @Test
    void controlCharacters_areShownAsPictures_tabAndLineFeedStay() {
        assertThat(Visible.plain("a\u001b[31m\u0000\t\n\u007f")).isEqualTo("a\u241b[31m\u2400\t\n\u2421");
    }

    @Test
    void invisibleCharacters_areSpeltOut() {
        assertThat(Visible.plain("ad\u200bmin\ufeff\u00ad\u0085\u2028"))
                .isEqualTo("ad[U+200B]min[U+FEFF][U+00AD][U+0085][U+2028]");
    }

    @Test
    void otherScriptsAndEmoji_stayAsTheyAre() {
        String text = "עברית 日本語 👩\u200d🔧 Ünïcode";

        assertThat(Visible.html(text)).isEqualTo(text);
    }

    @Test
    void halfACharacter_isSpeltOut() {
        assertThat(Visible.plain("x\ud800y")).isEqualTo("x[U+D800]y");
    }
}
