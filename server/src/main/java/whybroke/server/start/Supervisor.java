package whybroke.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Starts the children in the order they need each other, starts again what dies, and stops all of them in the reverse
 * order. A child that dies {@value #MOST_DEATHS} times within a minute is not coming back: everything is stopped and the
 * end of its log is shown.
 */
final class Supervisor {
    private static final int MOST_DEATHS = 5;
    private static final Duration WATCH = Duration.ofMillis(300);

    private final Managed kafka;
    private final Managed postgres;
    private final Managed service;
    private final Consumer<String> say;
    private final Map<Managed, Deque<Instant>> deaths = new HashMap<>();
    private volatile boolean stopping;

    Supervisor(Managed kafka, Managed postgres, Managed service, Consumer<String> say) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.service = service;
        this.say = say;
    }

    /** Kafka and PostgreSQL side by side, then the service, which waits for neither but needs both to be ready. */
    synchronized void start() {
        CompletableFuture<Void> broker = CompletableFuture.runAsync(kafka::start);
        postgres.start();
        join(broker);
        service.start();
    }

    private static void join(CompletableFuture<Void> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches until told to stop. @throws CannotStart when a child keeps dying */
    void watch() throws InterruptedException {
        while (!stopping) {
            Thread.sleep(WATCH);
            for (Managed child : List.of(kafka, postgres, service)) {
                revive(child);
            }
        }
    }

    /** One look at the child whose readiness somebody waits for. */
    synchronized void revive(Managed child) {
        if (stopping || child.isAlive()) {
            return;
        }
        Deque<Instant> recent = deaths.computeIfAbsent(child, any -> new ArrayDeque<>());
        Instant now = Instant.now();
        recent.removeIf(death -> death.isBefore(now.minusSeconds(60)));
        recent.add(now);
        if (recent.size() >= MOST_DEATHS) {
            throw new CannotStart(child.name() + " ended " + MOST_DEATHS + " times within a minute; its log "
                    + child.log() + " ends with:\n" + endOf(child));
        }
        say.accept(child.name() + " ended unexpectedly and is started again.");
        child.start();
    }

    private static String endOf(Managed child) {
        try {
            List<String> lines = Files.readAllLines(child.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e + ")";
        }
    }

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
        synchronized (this) {
            for (Managed child : List.of(service, kafka, postgres)) {
                child.stop();
            }
        }
    }
}
