package whybroke.ingest.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A stream that ends with an exception when its sender is silent for too long or sends for too long altogether. A
 * blocked read is ended by closing the stream from outside.
 */
final class Watch extends FilterInputStream {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("download-watch").unstarted(task));
    private static final long NOT_READING = 0;

    private final long silence;
    private final long end;
    private final ScheduledFuture<?> looking;
    private volatile long readingSince = NOT_READING;
    private volatile String ended;

    Watch(InputStream in, Duration silence, Duration total) {
        super(in);
        this.silence = silence.toNanos();
        this.end = System.nanoTime() + total.toNanos();
        long every = Math.max(10, silence.toMillis() / 10);
        this.looking = CLOCK.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        long since = readingSince;
        if (now - end > 0) {
            end("it took longer than allowed");
        } else if (since != NOT_READING && now - since > silence) {
            end("it stopped in the middle");
        }
    }

    private void end(String because) {
        ended = because;
        try {
            in.close();
        } catch (IOException e) {
            // the reader hears of the end anyhow
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        readingSince = System.nanoTime();
        try {
            int count = super.read(bytes, offset, length);
            requireGoingOn();
            return count;
        } catch (IOException e) {
            requireGoingOn();
            throw e;
        } finally {
            readingSince = NOT_READING;
        }
    }

    private void requireGoingOn() throws Stalled {
        if (ended != null) {
            throw new Stalled(ended);
        }
    }

    @Override
    public void close() throws IOException {
        looking.cancel(false);
        super.close();
    }

    /** The sender was too slow. */
    static final class Stalled extends IOException {
        private static final long serialVersionUID = 1L;

        Stalled(String because) {
            super(because);
        }
    }
}
