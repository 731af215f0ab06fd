package whybroke.dashboards.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentTest {
    @Test
    void marks_stay() {
        assertThat(Fragment.html("could &lt;not&gt; <mark>resolve</mark>").getValue())
                .isEqualTo("could &lt;not&gt; <mark>resolve</mark>");
    }

    @Test
    void anyOtherMarkup_isShownAsText() {
        assertThat(Fragment.html("<img src=x> <mark>y</mark>").getValue())
                .isEqualTo("&lt;img src=x&gt; &lt;mark&gt;y&lt;/mark&gt;");
    }

    @Test
    void directionalCharacters_areSpeltOut() {
        assertThat(Fragment.html("a\u202eb").getValue()).isEqualTo("a[U+202E]b");
    }
}
