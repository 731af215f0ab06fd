package whybroke.rules.log.clean;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A raw log as UTF-8: reads at most so many bytes, tells from the first {@value #SAMPLE} whether it is text at all, and
 * turns UTF-16 with a byte order mark into UTF-8. How the stream cuts its reads makes no difference.
 */
public final class Source {
    static final int SAMPLE = 8 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final InputStream stream;
    private final long most;
    private final byte[] sample;
    private final CharsetDecoder utf16;
    private byte[] chunk = new byte[CHUNK];
    private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK + 4);
    private final CharBuffer decoded = CharBuffer.allocate(CHUNK);
    private int length;
    private long read;
    private boolean more;

    /** @param most bytes read before giving up */
    public Source(InputStream stream, long most) throws IOException {
        this.stream = stream;
        this.most = most;
        sample = stream.readNBytes((int) Math.min(SAMPLE, most));
        Charset charset = Binary.byteOrder(sample);
        utf16 = charset == null
                ? null
                : charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    public boolean isBinary() {
        return utf16 == null && Binary.looksLike(sample);
    }

    /** Reads on. False at the end of the stream and when the limit is reached. */
    public boolean next() throws IOException {
        int count = read == 0 ? firstChunk() : fill();
        if (count <= 0) {
            return finish();
        }
        read += count;
        length = count;
        if (utf16 != null) {
            decode(false);
        }
        return true;
    }

    private int firstChunk() {
        System.arraycopy(sample, 0, chunk, 0, sample.length);
        return sample.length;
    }

    private int fill() throws IOException {
        int room = (int) Math.min(CHUNK, most - read);
        if (room == 0) {
            more = stream.read() >= 0;
            return 0;
        }
        return stream.readNBytes(chunk, 0, room);
    }

    private boolean finish() {
        length = 0;
        if (utf16 != null && undecoded.position() > 0) {
            decode(true);
            undecoded.clear();
            return length > 0;
        }
        return false;
    }

    private void decode(boolean last) {
        undecoded.put(chunk, 0, length).flip();
        StringBuilder text = new StringBuilder(length / 2 + 2);
        while (true) {
            boolean full = utf16.decode(undecoded, decoded, last).isOverflow();
            text.append(decoded.flip());
            decoded.clear();
            if (!full) {
                break;
            }
        }
        undecoded.compact();
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        chunk = bytes.length > chunk.length ? Arrays.copyOf(bytes, Math.max(bytes.length, 2 * chunk.length)) : chunk;
        System.arraycopy(bytes, 0, chunk, 0, bytes.length);
        length = bytes.length;
    }

    /** What {@link #next()} brought, {@link #length()} bytes. */
    public byte[] bytes() {
        return chunk;
    }

    public int length() {
        return length;
    }

    /** Raw bytes read so far. */
    public long read() {
        return read;
    }

    /** True when the limit was reached and the stream was not at its end. */
    public boolean isTooLarge() {
        return more;
    }
}
