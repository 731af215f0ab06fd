package whybroke.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordSizeTest {
    @Test
    void repetitiveRecord_ofTenMegabytes_fits() {
        assertThat(RecordSize.fits(new byte[10 * 1024 * 1024])).isTrue();
    }

    @Test
    void randomRecord_ofOneMegabyte_isRefusedWithTheSizes() {
        byte[] noise = new byte[1024 * 1024];
        new Random(1).nextBytes(noise);

        assertThatThrownBy(() -> RecordSize.require(Topics.FAILURES, noise))
                .isInstanceOf(RecordTooBig.class)
                .hasMessageContaining("whybroke.failures")
                .hasMessageContaining("1048576 bytes")
                .hasMessageContaining("at most 921600");
    }
}
