package whybroke.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whybroke.ingest.FailureId;

class IdsTest {
    @Test
    void id_comesBackFromItsUuid() {
        FailureId id = new FailureId("fedcba98765432100123456789abcdef");

        assertThat(Ids.of(id)).hasToString("fedcba98-7654-3210-0123-456789abcdef");
        assertThat(Ids.failure(Ids.of(id))).isEqualTo(id);
    }
}
