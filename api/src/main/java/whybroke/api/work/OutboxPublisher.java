package whybroke.api.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import whybroke.ingest.stream.Outgoing;

/**
 * Sends what lies in the outbox, in the order of its ids, and removes it once Kafka has it. One process at a time does
 * so; if it dies in between, the next sends those records again, which no reader minds.
 */
@ApplicationScoped
public class OutboxPublisher {
    /** With a library of some hundred KiB among them still far below the heap. */
    private static final int BATCH = 100;

    private static final long PATIENCE_SECONDS = 20;
    private final Database database;
    private final Outgoing outgoing;

    OutboxPublisher(Database database, Outgoing outgoing) {
        this.database = database;
        this.outgoing = outgoing;
    }

    private record Letter(long id, String topic, String key, byte[] payload) {}

    /** @return true when a full batch was sent, so that there may be more */
    boolean publish() {
        return database.call(tx -> {
            if (!Locks.tryTake(tx, "outbox")) {
                return false;
            }
            List<Letter> letters = tx.list(
                    "select id, topic, key, payload from outbox order by id limit " + BATCH,
                    row -> new Letter(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)));
            if (!letters.isEmpty()) {
                send(letters);
                List<Long> ids = letters.stream().map(Letter::id).toList();
                tx.update("delete from outbox where id = any(?::bigint[])", ids);
            }
            return letters.size() == BATCH;
        });
    }

    /** All at once: the producer keeps the order, and nothing is removed unless all have arrived. */
    private void send(List<Letter> letters) {
        try {
            CompletableFuture.allOf(letters.stream()
                            .map(letter -> outgoing.send(letter.topic(), letter.key(), letter.payload())
                                    .toCompletableFuture())
                            .toArray(CompletableFuture[]::new))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Kafka has not taken the outbox: " + e.getCause(), e);
        }
    }
}
