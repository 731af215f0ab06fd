package whybroke.ingest.tail;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** So many at once per connection; who waits too long is sent away and the others go on. */
final class Turns {
    private final Map<String, Semaphore> perConnection = new ConcurrentHashMap<>();
    private final int atOnce;
    private final Duration patience;

    Turns(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /** @return empty when its turn did not come in time */
    <T> Optional<T> take(String connection, Supplier<T> work) throws InterruptedException {
        Semaphore turns = perConnection.computeIfAbsent(connection, id -> new Semaphore(atOnce, true));
        if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }
}
