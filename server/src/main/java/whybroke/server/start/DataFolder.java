package whybroke.server.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder that holds everything one installation keeps. Only one supervisor may hold it at a time. */
final class DataFolder implements AutoCloseable {
    /** Kafka, PostgreSQL and the index each refuse to work on a full disk; better not to start than to stop half-way. */
    private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws CannotStart when it cannot be written, is nearly full, or another instance holds it */
    static DataFolder open(Path wanted) {
        Path root = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            restrict(root);
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotStart("The disk of " + root + " has " + free / (1024 * 1024)
                        + " MiB left and whybroke wants " + LEAST_FREE_BYTES / (1024 * 1024)
                        + ": free some, or choose another folder with --data.");
            }
            return new DataFolder(root, lock(root));
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + root + " cannot be used (" + e + "): choose another with --data.", e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("supervisor.pid");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            String owner = Files.readString(file).strip();
            throw new CannotStart("Another whybroke (process " + owner + ") already uses the data folder " + root
                    + ": stop it, or choose another folder with --data.");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return channel;
    }

    private static void restrict(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path root() {
        return root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** A file in {@code logs/}; what an earlier start wrote there is kept once, as {@code .old}. */
    Path log(String name) throws IOException {
        Path log = Files.createDirectories(path("logs")).resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(name + ".old.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** A secret that is drawn once and kept, readable by the owner of this folder alone. */
    String secret(String name) throws IOException {
        Path file = Files.createDirectories(path("secrets")).resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Path fresh = file.resolveSibling(name + ".new");
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
