package whybroke.rules.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Measures, now and then while a stream is read, how much heap is held when garbage is gone. */
final class MostHeap {
    private static final int SAMPLES = 4;
    private static final long FIRST_AT = 8 * 1024 * 1024;

    private final long before = used();
    private long most;

    InputStream watching(InputStream stream) {
        return new FilterInputStream(stream) {
            private long read;
            private long next = FIRST_AT;
            private int samples;

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int count = super.read(to, offset, length);
                read += Math.max(count, 0);
                if (samples < SAMPLES && read >= next) {
                    samples++;
                    next *= 3;
                    System.gc();
                    most = Math.max(most, used() - before);
                }
                return count;
            }
        };
    }

    long mostAfterCollection() {
        return most;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
