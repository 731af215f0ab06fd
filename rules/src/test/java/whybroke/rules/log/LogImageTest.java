package whybroke.rules.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.rules.Engine;

class LogImageTest {
    private static final LogLines LOG = Read.log("2026-11-20T15:23:28.1234567Z ##[group]Run make\n\nERROR: no\n");

    @Test
    void image_asJson_comesBackEqual() throws IOException {
        JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();

        LogImage back = mapper.readValue(mapper.writeValueAsBytes(LOG.image()), LogImage.class);

        assertThat(back).isEqualTo(LOG.image()).hasSameHashCodeAs(LOG.image());
        assertThat(LogLines.of(back)).isEqualTo(LOG);
    }

    @Test
    void image_ofAnOlderEngine_keepsItsNumber() {
        LogImage now = LOG.image();
        LogImage old = new LogImage(
                now.kind(),
                now.text(),
                now.rawRuns(),
                now.sections(),
                now.gaps(),
                now.rawBytes(),
                3,
                0,
                Engine.VERSION - 1);

        assertThat(LogLines.of(old).image()).isEqualTo(old).isNotEqualTo(now);
    }

    @Test
    void image_withHalfARun_isRefused() {
        assertThatThrownBy(() -> new LogImage(LogKind.TEXT, "a", new int[1], List.of(), List.of(), 1, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hash_isOfTheTextAlone() {
        LogLines same = Read.log("##[group]Run make\n\nERROR: no");

        assertThat(same).isNotEqualTo(LOG);
        assertThat(same.hash()).isEqualTo(LOG.hash()).matches("[0-9a-f]{64}");
        assertThat(Read.log("other").hash()).isNotEqualTo(LOG.hash());
    }

    @Test
    void text_isNotInToString() {
        assertThat(LOG.toString()).doesNotContain("ERROR").contains("TEXT", "3 of 3 lines");
    }
}
