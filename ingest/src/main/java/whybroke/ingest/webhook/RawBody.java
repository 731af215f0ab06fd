package whybroke.ingest.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A body in memory, held only while it is worked on. All bodies together are bounded, so that many large ones at once,
 * which anybody may send, cannot exhaust the heap.
 */
final class RawBody implements AutoCloseable {
    /** 25 MiB is the largest that a CI system sends. */
    static final int MOST = 26 * 1024 * 1024;
    /** What is read and thrown away of a larger one, so that its sender gets to read the answer. */
    private static final long DRAINED = 32L * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final byte[] bytes;
    private final Room room;
    private final int chunks;

    private RawBody(byte[] bytes, Room room, int chunks) {
        this.bytes = bytes;
        this.room = room;
        this.chunks = chunks;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        room.chunks.release(chunks);
    }

    /**
     * @throws TooLarge when there is more than {@link #MOST}
     * @throws NoRoom when other bodies fill the memory
     */
    static RawBody read(InputStream in, Room room) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int chunks = 0;
        try {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.readNBytes(chunk, 0, CHUNK); count > 0; count = in.readNBytes(chunk, 0, CHUNK)) {
                room.enter();
                chunks++;
                if (all.size() + count > MOST) {
                    drain(in);
                    throw new TooLarge();
                }
                all.write(chunk, 0, count);
            }
            return new RawBody(all.toByteArray(), room, chunks);
        } catch (IOException | RuntimeException e) {
            room.chunks.release(chunks);
            throw e;
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long drained = 0;
        for (int count = in.read(chunk); count > 0 && drained < DRAINED; count = in.read(chunk)) {
            drained += count;
        }
    }

    /** The memory for all bodies together. */
    static final class Room {
        private final Semaphore chunks;

        Room(int bytes) {
            chunks = new Semaphore(bytes / CHUNK);
        }

        private void enter() throws NoRoom {
            try {
                if (!chunks.tryAcquire(2, TimeUnit.SECONDS)) {
                    throw new NoRoom();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoRoom();
            }
        }
    }

    /** More than {@link #MOST}. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Too many large bodies at once. */
    static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
