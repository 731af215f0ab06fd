package whybroke.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One installation, started by the command people use, on a folder and a port of its own. */
final class Machine implements AutoCloseable {
    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final int port;
    private final Path output;
    private Process supervisor;

    Machine(Path data, String settings) throws IOException {
        this.data = Files.createDirectories(data);
        this.output = data.resolveSibling(data.getFileName() + ".out");
        this.port = freePort();
        Files.writeString(data.resolve("whybroke.properties"), settings);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until it says that it answers. */
    Duration start(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command("start"));
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        Instant begin = Instant.now();
        Files.deleteIfExists(output);
        supervisor = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (!said().contains("whybroke answers")) {
            if (!supervisor.isAlive() || Instant.now().isAfter(begin.plusSeconds(120))) {
                throw new IllegalStateException("whybroke did not start:\n" + said());
            }
            Thread.sleep(50);
        }
        return Duration.between(begin, Instant.now());
    }

    /** The command line as the launcher would run it. */
    static List<String> command(String... words) {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Path app = home.resolve("server/target/quarkus-app");
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dwhybroke.home=" + home,
                "-cp",
                app + "/app/*:" + app + "/lib/boot/*:" + app + "/lib/main/*",
                "whybroke.server.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    String said() throws IOException {
        return Files.exists(output) ? Files.readString(output) : "";
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String token() throws IOException {
        return Files.readString(data.resolve("admin-token")).strip();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Where its broker listens. */
    String kafka() throws IOException {
        return Files.readString(data.resolve("kafka/broker.properties"))
                .lines()
                .filter(line -> line.startsWith("advertised.listeners="))
                .map(line -> line.replaceAll(".*//", "").replace("\\", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Straight into the database, past everything of ours: the independent recount. */
    Connection database() throws IOException, SQLException {
        String dbPort =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + dbPort.strip() + "/postgres",
                "postgres",
                Files.readString(data.resolve("secrets/postgres-password")).strip());
    }

    /** Of {@code service}, {@code kafka} or {@code postgres}, all our own children. */
    long pid(String child) throws IOException {
        Path file = child.equals("postgres")
                ? data.resolve("postgres/postmaster.pid")
                : data.resolve("run/" + child + ".pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** Kills one of them outright. */
    void kill(String child) throws IOException {
        ProcessHandle.of(pid(child)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Ends it as Ctrl-C would and waits; @return its exit code */
    int stop() throws InterruptedException {
        supervisor.destroy();
        if (!supervisor.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("whybroke did not stop within 60 s");
        }
        return supervisor.exitValue();
    }

    /** Kills the supervisor itself. */
    void crash() throws InterruptedException {
        supervisor.destroyForcibly().waitFor();
    }

    /** Processes of this installation that still run, by the folder in their command line. */
    List<String> leftovers() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        if (supervisor != null && supervisor.isAlive()) {
            stop();
        }
    }
}
