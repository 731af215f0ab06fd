package whybroke.ingest.webhook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Deliveries on disk, oldest first, each forced to it before {@link #append} returns. Survives {@code kill -9}: after a
 * start the files of before are read first, a torn end is cut off (it was never acknowledged), and new deliveries go to a
 * new file. What had been sent from the oldest file is sent again, which changes nothing.
 */
final class Spool implements Closeable {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Path> closed = new ArrayDeque<>();
    private final Path folder;
    private final long maxBytes;
    private final long segmentBytes;
    private long bytes;
    private long next = 1;
    private SegmentWriter writing;
    private SegmentReader reading;

    private Spool(Path folder, long maxBytes, long segmentBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.segmentBytes = segmentBytes;
    }

    static Spool open(Path folder, long maxBytes, long segmentBytes) throws IOException {
        Spool spool = new Spool(folder, maxBytes, segmentBytes);
        createPrivate(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches("\\d{16}\\.spool"))
                    .sorted()
                    .forEach(spool.closed::add);
        }
        for (Path file : spool.closed) {
            spool.bytes += Files.size(file);
            spool.next = Long.parseLong(file.getFileName().toString().substring(0, 16)) + 1;
        }
        return spool;
    }

    /** Bodies are not redacted: for nobody else on this machine. */
    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** @throws IOException when it is full or the disk fails; the delivery is then not kept */
    void append(SpoolEntry entry) throws IOException {
        lock.lock();
        try {
            long size = SegmentWriter.size(entry);
            if (bytes + size > maxBytes) {
                throw new IOException("the spool is full: " + bytes + " of " + maxBytes + " bytes");
            }
            if (writing == null) {
                writing = SegmentWriter.create(folder.resolve("%016d.spool".formatted(next++)));
            }
            write(entry, size);
        } finally {
            lock.unlock();
        }
    }

    private void write(SpoolEntry entry, long size) throws IOException {
        try {
            writing.append(entry);
            bytes += size;
        } catch (IOException e) {
            finishWriting();
            throw e;
        }
        if (writing.size() >= segmentBytes) {
            finishWriting();
        }
    }

    private void finishWriting() throws IOException {
        SegmentWriter finished = writing;
        writing = null;
        closed.addLast(finished.file());
        finished.close();
    }

    /** The oldest delivery, which stays until {@link #removeOldest}; empty when there is none. */
    Optional<SpoolEntry> oldest() throws IOException {
        lock.lock();
        try {
            while (true) {
                if (reading == null && !openOldest()) {
                    return Optional.empty();
                }
                Optional<SpoolEntry> entry = reading.peek();
                if (entry.isPresent()) {
                    return entry;
                }
                discard();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean openOldest() throws IOException {
        if (closed.isEmpty() && writing != null) {
            finishWriting();
        }
        if (closed.isEmpty()) {
            return false;
        }
        reading = SegmentReader.open(closed.removeFirst());
        return true;
    }

    /** The file has been read to its end: remove it, or keep it aside when it is damaged in the middle. */
    private void discard() throws IOException {
        SegmentReader done = reading;
        reading = null;
        bytes -= done.size();
        done.close();
        if (done.isDamaged()) {
            Path aside = done.file().resolveSibling(done.file().getFileName() + ".damaged");
            LOG.errorf("%s is damaged after %d bytes; the rest is kept as %s", done.file(), done.position(), aside);
            Files.move(done.file(), aside);
        } else {
            Files.deleteIfExists(done.file());
        }
    }

    void removeOldest() {
        lock.lock();
        try {
            reading.skip();
        } finally {
            lock.unlock();
        }
    }

    /** On disk, sent ones of the oldest file included. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (writing != null) {
                finishWriting();
            }
            if (reading != null) {
                reading.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
