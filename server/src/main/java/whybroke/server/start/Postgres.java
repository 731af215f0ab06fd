package whybroke.server.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server of our own: durable settings, a password of this installation, loopback only. Unlike the Java
 * children it may outlive a supervisor that is killed; the next start ends it first.
 */
final class Postgres implements Managed {
    private static final int SECONDS_TO_STOP = 20;

    private final Path folder;
    private final Path binaries;
    private final Path log;
    private final int port;
    private final String password;
    private volatile EmbeddedPostgres server;
    private volatile ProcessHandle postmaster;

    Postgres(Path folder, Path binaries, Path log, int port, String password) {
        this.folder = folder;
        this.binaries = binaries;
        this.log = log;
        this.port = port;
        this.password = password;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void start() {
        try {
            release();
            endOrphan();
            boolean first = !Files.exists(folder.resolve("PG_VERSION"));
            server = open();
            if (first) {
                askForPassword();
            }
            postmaster = runningPostmaster().orElse(null);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private EmbeddedPostgres open() throws IOException {
        Files.createDirectories(binaries);
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setConnectConfig("password", password)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                // The embedding's own defaults are made for tests and would lose data in a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .start();
    }

    /** A fresh server trusts everybody on this machine; from here on it asks for the password. */
    private void askForPassword() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(
                    folder.resolve("pg_hba.conf"),
                    "# written by whybroke at the first start\nhost all all 127.0.0.1/32 scram-sha-256\n"
                            + "local all all scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Ends the server that a killed supervisor left on this folder, and only that one. */
    private void endOrphan() throws IOException {
        Optional<ProcessHandle> orphan = runningPostmaster();
        if (orphan.isPresent()) {
            orphan.get().destroy();
            await(orphan.get());
        }
    }

    private void await(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The live process that postmaster.pid names, if it is a PostgreSQL on this very folder. */
    private Optional<ProcessHandle> runningPostmaster() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return process.isAlive() && command.contains("postgres") && command.contains(folder.toString());
    }

    @Override
    public boolean isAlive() {
        return postmaster != null && postmaster.isAlive();
    }

    @Override
    public void stop() {
        release();
        postmaster = null;
    }

    private void release() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
        }
    }
}
