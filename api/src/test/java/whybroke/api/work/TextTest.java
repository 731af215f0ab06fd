package whybroke.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void longText_isCutBetweenCharacters() {
        assertThat(Text.most(3, "abcdef")).isEqualTo("abc");
        assertThat(Text.most(3, "ab\ud83d\ude00")).isEqualTo("ab");
        assertThat(Text.most(3, null)).isNull();
    }

    @Test
    void nul_isReplacedInTextAndJson() {
        assertThat(Text.clean(10, "a\0b")).isEqualTo("a\ufffdb");
        assertThat(Text.json(Map.of("a", "\0"))).isEqualTo("{\"a\":\"\\ufffd\"}");
    }

    @Test
    void missingName_isEmpty() {
        assertThat(Text.name(null)).isEmpty();
        assertThat(Text.name("x".repeat(600))).hasSize(Text.NAME);
    }
}
