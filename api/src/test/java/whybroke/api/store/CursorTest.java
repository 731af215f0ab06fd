package whybroke.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T09:00:00.123456Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z"})
    void aTime_comesBackToTheMicrosecond(String time) {
        Cursor cursor = new Cursor(Cursor.micros(Instant.parse(time)), "id:with:colons");

        Cursor back = Cursor.of(cursor.opaque());

        assertThat(back).isEqualTo(cursor);
        assertThat(back.time()).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YWJj", "OmFiYw", "eDp5"})
    void whatWeNeverGaveOut_isSaidToBeSo(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.of(text)).withMessageContaining("cursor");
    }

    @Test
    void whatIsTooLong_isNotEvenRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.of("A".repeat(1_000_000)));
    }
}
