package whybroke.dashboards.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void onlyWebAddresses_becomeLinks() {
        assertThat(Links.web("https://ci.example.org/1")).isEqualTo("https://ci.example.org/1");
        assertThat(Links.web(" HTTP://ci.example.org/1 ")).isEqualTo("HTTP://ci.example.org/1");
        assertThat(Links.web("javascript:alert(1)")).isNull();
        assertThat(Links.web("//ci.example.org")).isNull();
        assertThat(Links.web(null)).isNull();
    }
}
