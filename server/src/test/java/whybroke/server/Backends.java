package whybroke.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real broker and a real database for the tests inside one JVM: started once, shared, removed at the end. */
public class Backends implements QuarkusTestResourceLifecycleManager {
    private Path folder;
    private Process broker;
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("whybroke-test");
            System.setProperty("ot.epg.working-dir", folder.resolve("binaries").toString());
            int port = freePort();
            broker = startBroker(port);
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .start();
            await(port);
            return Map.of(
                    "kafka.bootstrap.servers",
                    "127.0.0.1:" + port,
                    "quarkus.datasource.jdbc.url",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username",
                    "postgres",
                    "whybroke.data",
                    folder.resolve("data").toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process startBroker(int port) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "broker/target/whybroke-broker.jar",
                        folder.resolve("kafka").toString(),
                        Integer.toString(port),
                        Integer.toString(freePort())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
    }

    private void await(int port) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end) && broker.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException e) {
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
            }
        }
        throw new IllegalStateException("the broker did not start:\n" + Files.readString(folder.resolve("broker.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.destroyForcibly().waitFor();
            }
            if (postgres != null) {
                postgres.close();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
