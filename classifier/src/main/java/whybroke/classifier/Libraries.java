package whybroke.classifier;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import whybroke.ingest.stream.CompactedTopic;
import whybroke.ingest.stream.DependencyDown;
import whybroke.ingest.stream.Topics;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.match.Matcher;

/**
 * The published rule libraries, as {@code whybroke.libraries} says now. A new one is compiled beside the path, about a
 * second for 5,000 rules, and swapped in as one reference; until then the one before judges. A library that cannot be
 * read is reported and never replaces one that can.
 */
@ApplicationScoped
public class Libraries {
    private static final Logger LOG = Logger.getLogger(Libraries.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final ExecutorService compiler = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("compile-library").factory());
    private final CountDownLatch found = new CountDownLatch(1);
    private final String servers;
    /** Only where the channel of {@link Classify} is connected: nobody else asks. */
    private final boolean judging;

    private CompactedTopic<OnLibraries> topic;
    /** Set on the compiler's thread only. */
    private boolean readToTheEnd;

    private volatile Judges judges;

    @Inject
    public Libraries(
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String servers,
            @ConfigProperty(name = "mp.messaging.incoming.failures.enabled", defaultValue = "true") boolean judging) {
        this.servers = servers;
        this.judging = judging;
    }

    void start(@Observes StartupEvent event) {
        if (judging) {
            topic = new CompactedTopic<>(
                    servers, Topics.LIBRARIES, OnLibraries::read, (key, value) -> compiler.execute(this::swap));
            compiler.execute(this::swapWhenRead);
        }
    }

    /**
     * Waits until the topic was read to its end and says which library is active.
     *
     * @throws DependencyDown when that takes longer than a few seconds
     */
    Judges active() {
        try {
            if (!found.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DependencyDown(
                        Topics.LIBRARIES, new TimeoutException("no active rule library was published yet"));
            }
            return judges;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyDown(Topics.LIBRARIES, e);
        }
    }

    private void swapWhenRead() {
        try {
            readToTheEnd = topic.awaitReady(Duration.ofDays(1));
            swap();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the end is reached a pointer may be an old one: nothing is compiled for it. */
    private void swap() {
        if (!readToTheEnd) {
            return;
        }
        Judges before = judges;
        Judge active = pointedAt(LibraryPointer.ACTIVE, before == null ? null : before.active());
        Judge shadow = pointedAt(LibraryPointer.SHADOW, before == null ? null : before.shadow());
        if (active != null) {
            judges = new Judges(active, shadow);
            found.countDown();
        }
    }

    private Judge pointedAt(String name, Judge before) {
        Optional<LibraryHash> hash = pointer(name);
        if (hash.isEmpty()) {
            // Somebody must label: only a shadow can be taken away.
            return name.equals(LibraryPointer.ACTIVE) ? before : null;
        }
        if (before != null && before.library().equals(hash.get())) {
            return before;
        }
        return compile(name, hash.get()).orElse(before);
    }

    private Optional<LibraryHash> pointer(String name) {
        return topic.find(name)
                .filter(LibraryPointer.class::isInstance)
                .map(LibraryPointer.class::cast)
                .map(LibraryPointer::hash);
    }

    private Optional<Judge> compile(String name, LibraryHash hash) {
        long begun = System.nanoTime();
        try {
            PublishedLibrary library = topic.find(hash.hex())
                    .filter(PublishedLibrary.class::isInstance)
                    .map(PublishedLibrary.class::cast)
                    .orElseThrow(() -> new IllegalArgumentException("it was never published"));
            Matcher matcher = Matcher.of(library.open());
            LOG.infof(
                    "rule library %s (%s) is %s, compiled in %d ms",
                    library.version(), hash.brief(), name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            return Optional.of(new Judge(hash, matcher, name.equals(LibraryPointer.SHADOW)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "rule library %s cannot be made %s; the one before stays", hash.brief(), name);
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() {
        compiler.shutdownNow();
        if (topic != null) {
            topic.close();
        }
    }
}
