package whybroke.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RawBodyTest {
    private final RawBody.Room room = new RawBody.Room(32 * 1024 * 1024);

    @Test
    void bodyOfExactlyTheMost_isRead() throws IOException {
        try (RawBody body = RawBody.read(new ByteArrayInputStream(new byte[RawBody.MOST]), room)) {
            assertThat(body.bytes()).hasSize(RawBody.MOST);
        }
    }

    @Test
    void bodyOfOneByteMore_isTooLarge() {
        assertThatThrownBy(() -> RawBody.read(new ByteArrayInputStream(new byte[RawBody.MOST + 1]), room))
                .isInstanceOf(RawBody.TooLarge.class);
    }

    @Test
    void endlessBody_isTooLarge() {
        assertThatThrownBy(() -> RawBody.read(new Endless(), room)).isInstanceOf(RawBody.TooLarge.class);
    }

    @Test
    void bodiesThatFillTheMemory_makeOthersWaitAndLeaveRoomBehind() throws IOException {
        try (RawBody first = RawBody.read(new ByteArrayInputStream(new byte[RawBody.MOST]), room)) {
            assertThat(first.bytes()).isNotEmpty();
            assertThatThrownBy(() -> RawBody.read(new ByteArrayInputStream(new byte[RawBody.MOST]), room))
                    .isInstanceOf(RawBody.NoRoom.class);
        }
        try (RawBody next = RawBody.read(new ByteArrayInputStream(new byte[RawBody.MOST]), room)) {
            assertThat(next.bytes()).hasSize(RawBody.MOST);
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }
}
