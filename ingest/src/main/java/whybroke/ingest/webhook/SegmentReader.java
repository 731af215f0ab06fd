package whybroke.ingest.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads one finished file of the spool from its start. */
final class SegmentReader implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final long size;
    private long position;
    private long after;
    private SpoolEntry current;
    private boolean damaged;

    private SegmentReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    static SegmentReader open(Path file) throws IOException {
        return new SegmentReader(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    /** The entry at the position; empty at the end, at a torn entry and at a damaged one. */
    Optional<SpoolEntry> peek() throws IOException {
        if (current == null && !damaged) {
            current = read();
        }
        return Optional.ofNullable(current);
    }

    private SpoolEntry read() throws IOException {
        if (size - position < SegmentWriter.HEADER) {
            return null;
        }
        ByteBuffer header = bytes(position, SegmentWriter.HEADER);
        boolean known = header.getInt() == SegmentWriter.MAGIC;
        int length = header.getInt();
        long rest = size - position - SegmentWriter.HEADER;
        if (known && length > rest) {
            return null;
        }
        if (!known || length < 4) {
            damaged = true;
            return null;
        }
        ByteBuffer payload = bytes(position + SegmentWriter.HEADER, length);
        int keyLength = payload.getInt(0);
        damaged = header.getInt() != SegmentWriter.checksum(payload) || keyLength < 0 || keyLength > length - 4;
        if (damaged) {
            return null;
        }
        after = position + SegmentWriter.HEADER + length;
        byte[] all = new byte[length];
        payload.get(0, all);
        return entry(all, keyLength);
    }

    private static SpoolEntry entry(byte[] payload, int keyLength) {
        byte[] value = new byte[payload.length - 4 - keyLength];
        System.arraycopy(payload, 4 + keyLength, value, 0, value.length);
        return new SpoolEntry(new String(payload, 4, keyLength, StandardCharsets.UTF_8), value);
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException(file + " became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    /** Goes on behind the entry that was looked at. */
    void skip() {
        position = after;
        current = null;
    }

    boolean isDamaged() {
        return damaged;
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
