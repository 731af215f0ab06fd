package whybroke.ingest.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** One file of the spool: entries of magic, length, checksum, then key length, key and value. Appended to, then left. */
final class SegmentWriter implements Closeable {
    static final int MAGIC = 0x5750_4c31;
    static final int HEADER = 12;
    private final Path file;
    private final FileChannel channel;

    private SegmentWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The file's name is forced to disk too, or its content would be lost with it. */
    static SegmentWriter create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return new SegmentWriter(file, channel);
    }

    static long size(SpoolEntry entry) {
        return HEADER + 4L + entry.key().getBytes(StandardCharsets.UTF_8).length + entry.value().length;
    }

    /** On disk when this returns; when it throws, the file ends with a torn entry at worst and must be left. */
    void append(SpoolEntry entry) throws IOException {
        byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
        ByteBuffer payload = ByteBuffer.allocate(4 + key.length + entry.value().length)
                .putInt(key.length)
                .put(key)
                .put(entry.value())
                .flip();
        ByteBuffer[] whole = {
            ByteBuffer.allocate(HEADER)
                    .putInt(MAGIC)
                    .putInt(payload.remaining())
                    .putInt(checksum(payload))
                    .flip(),
            payload
        };
        while (whole[1].hasRemaining()) {
            channel.write(whole);
        }
        channel.force(false);
    }

    static int checksum(ByteBuffer payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload.duplicate());
        return (int) checksum.getValue();
    }

    Path file() {
        return file;
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
