package whybroke.classifier.index.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import whybroke.classifier.Verdict;
import whybroke.classifier.index.StoredFailures;
import whybroke.classifier.index.lucene.IndexFolder;
import whybroke.ingest.stream.Wire;

/**
 * Keeps the index up to date, on a thread of its own: follows {@code whybroke.verdicts} from where the last commit
 * stands, and reads everything stored when that is not possible. Kafka, the database or the disk being away delays it
 * and nothing else.
 */
public final class FollowVerdicts implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowVerdicts.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;
    private static final int MOST_UNCOMMITTED = 2_000;

    private final Path path;
    private final String servers;
    private final Truth truth;
    private final Clock clock;
    private final Duration commitEvery;
    private final Looks looks = new Looks();
    private final Progress progress = new Progress();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("index").unstarted(this::followUntilClosed);
    private volatile IndexFolder folder;
    private boolean lost;
    private int uncommitted;
    private long committed = System.nanoTime();

    /** @throws whybroke.classifier.index.lucene.IndexLocked when another process holds the index */
    public FollowVerdicts(Path path, String servers, StoredFailures stored, Clock clock, Duration commitEvery)
            throws IOException {
        this.path = path;
        this.servers = servers;
        this.truth = new Truth(stored);
        this.clock = clock;
        this.commitEvery = commitEvery;
        this.folder = IndexFolder.open(path);
    }

    public void start() {
        thread.start();
    }

    /** The index as it is now; another object after it had to be opened again. */
    public IndexFolder folder() {
        return folder;
    }

    /** Share of what there is that the index holds, 1.0 when up to date. */
    public double indexed() {
        return progress.share();
    }

    private void followUntilClosed() {
        while (!isClosing()) {
            try (VerdictTopic topic = VerdictTopic.open(servers)) {
                follow(topic);
            } catch (CancellationException e) {
                LOG.debug("the index closes");
            } catch (OffsetOutOfRangeException e) {
                LOG.warnf(
                        "verdicts that the index has not read are gone from Kafka: it is built anew (%s)",
                        e.getMessage());
                lost = true;
            } catch (KafkaException e) {
                LOG.debugf("index: %s", e);
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
                LOG.errorf(e, "the search index in %s has to be opened again", path);
                pause();
                openAgain(e);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the search index stands still, trying again");
                pause();
            }
        }
    }

    private void follow(VerdictTopic from) throws IOException {
        looks.clear();
        Note note = Note.read(folder.note());
        if (lost || !note.continues(from.id())) {
            note = new Rebuild(folder, truth, progress, this::isClosing).from(from.id(), from.ends());
            lost = false;
        }
        from.seek(note.offsets());
        Intake intake = new Intake(folder, truth, looks, clock);
        while (!isClosing()) {
            step(from, intake);
        }
        commit(from);
    }

    private void step(VerdictTopic from, Intake intake) throws IOException {
        boolean changed = intake.lookAgain();
        if (looks.isFull()) {
            pause();
        } else {
            ConsumerRecords<String, byte[]> verdicts = from.poll(POLL);
            for (ConsumerRecord<String, byte[]> verdict : verdicts) {
                take(verdict, intake);
            }
            changed |= !verdicts.isEmpty();
            uncommitted += verdicts.count();
        }
        if (changed) {
            folder.refresh();
        }
        progress.following(folder.size(), from.lag());
        commitWhenDue(from, changed);
    }

    private static void take(ConsumerRecord<String, byte[]> written, Intake intake) throws IOException {
        Verdict verdict;
        try {
            verdict = Wire.read(written.value(), Verdict.class);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "verdict %s at %d/%d cannot be read and is not indexed: %s",
                    written.key(),
                    written.partition(),
                    written.offset(),
                    e.getClass().getName());
            return;
        }
        intake.take(verdict, written.partition(), written.offset());
    }

    private void commitWhenDue(VerdictTopic from, boolean changed) throws IOException {
        uncommitted += changed ? 1 : 0;
        boolean due = System.nanoTime() - committed > commitEvery.toNanos();
        if (uncommitted >= MOST_UNCOMMITTED || (uncommitted > 0 && due)) {
            commit(from);
        }
    }

    private void commit(VerdictTopic from) throws IOException {
        folder.commit(new Note(from.id(), true, looks.holdBack(from.positions())).written());
        committed = System.nanoTime();
        uncommitted = 0;
    }

    private void openAgain(Exception because) {
        try {
            folder.close();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debugf("closing the search index: %s", e);
        }
        try {
            folder = isCorruption(because) ? IndexFolder.openEmpty(path) : IndexFolder.open(path);
        } catch (IOException e) {
            LOG.errorf("the search index in %s cannot be opened: %s", path, e);
        }
    }

    private static boolean isCorruption(Throwable thrown) {
        return thrown != null && (thrown instanceof CorruptIndexException || isCorruption(thrown.getCause()));
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.trace("closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Commits what was read and closes the files. */
    @Override
    public void close() throws IOException {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
