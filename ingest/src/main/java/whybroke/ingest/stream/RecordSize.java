package whybroke.ingest.stream;

import com.github.luben.zstd.Zstd;

/** How much fits into one record: {@link #MOST} bytes after zstd, key and headers included, below any broker's limit. */
public final class RecordSize {
    public static final int MOST = 900 * 1024;
    /** What the producer uses, so that we measure what it sends. */
    static final int LEVEL = 3;
    /** Room for key, headers and the batch around a record. */
    private static final int ENVELOPE = 4 * 1024;

    private RecordSize() {}

    /** Bytes that this value takes on its topic. Compresses only when the answer is in doubt. */
    public static int of(byte[] value) {
        int plain = value.length + ENVELOPE;
        return plain <= MOST ? plain : Zstd.compress(value, LEVEL).length + ENVELOPE;
    }

    public static boolean fits(byte[] value) {
        return of(value) <= MOST;
    }

    /** @throws RecordTooBig when it does not fit */
    public static void require(String topic, byte[] value) {
        int size = of(value);
        if (size > MOST) {
            throw new RecordTooBig(topic, value.length, size);
        }
    }
}
