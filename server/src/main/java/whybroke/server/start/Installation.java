package whybroke.server.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs on this machine: which processes, with which settings, and what is said when they answer. */
final class Installation {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DataFolder folder;
    private final int port;
    private final PrintWriter out;
    private final DemoBuilds demo;
    private final Managed service;
    private final Supervisor supervisor;

    Installation(DataFolder folder, int port, boolean demo, PrintWriter out) throws IOException {
        this.folder = folder;
        this.port = port;
        this.out = out;
        this.demo = demo ? DemoBuilds.prepare(folder) : null;
        int kafkaPort = freePort();
        Postgres postgres = new Postgres(
                folder.path("postgres"),
                folder.path("binaries"),
                folder.log("postgres"),
                freePort(),
                folder.secret("postgres-password"));
        Managed kafka =
                new Child("Kafka", broker(kafkaPort), Map.of(), folder.log("kafka"), folder.path("run/kafka.pid"));
        this.service = new Child(
                "The service",
                service(),
                settings(kafkaPort, postgres),
                folder.log("service"),
                folder.path("run/service.pid"));
        this.supervisor = new Supervisor(kafka, postgres, service, this::say);
    }

    void run() throws IOException, InterruptedException {
        say("Starting in " + folder.root() + " ...");
        supervisor.start();
        awaitReady();
        say("whybroke answers. Open " + address() + signIn());
        say("Logs of the parts: " + folder.path("logs") + ". Ctrl-C stops everything.");
        if (demo != null) {
            Thread.ofVirtual().name("demo").start(() -> demo.run(URI.create(address()), this::say));
        }
        supervisor.watch();
    }

    /** The link that signs the owner of this folder in; without it once the first token was taken away. */
    private String signIn() throws IOException {
        Path token = folder.path("admin-token");
        return Files.exists(token) ? "sign-in?token=" + Files.readString(token).strip() : "";
    }

    void stop() {
        supervisor.stop();
        if (demo != null) {
            demo.close();
        }
    }

    private void awaitReady() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address() + "q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (!supervisor.isStopping()) {
            supervisor.revive(service);
            try {
                if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            if (Instant.now().isAfter(end)) {
                throw new CannotStart("The service was not ready within " + PATIENCE.toSeconds() + " s; its log is "
                        + service.log() + ".");
            }
            Thread.sleep(100);
        }
    }

    private List<String> broker(int kafkaPort) throws IOException {
        return List.of(
                java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                home().resolve("server/broker/target/whybroke-broker.jar").toString(),
                folder.path("kafka").toString(),
                Integer.toString(kafkaPort),
                Integer.toString(freePort()));
    }

    private static List<String> service() {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx768m", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-jar");
        command.add(home().resolve("server/target/quarkus-app/quarkus-run.jar").toString());
        return command;
    }

    /** Through the environment, because arguments can be read by everybody on the machine. */
    private Map<String, String> settings(int kafkaPort, Postgres postgres) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("WHYBROKE_DATA", folder.root().toString());
        settings.put("WHYBROKE_SUPERVISED", "true");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaPort);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", folder.secret("postgres-password"));
        settings.put("QUARKUS_CONFIG_LOCATIONS", String.join(",", settingFiles()));
        return settings;
    }

    /** The owner's own settings, then the demonstration's. */
    private List<String> settingFiles() throws IOException {
        Path own = folder.path("whybroke.properties");
        if (!Files.exists(own)) {
            Files.writeString(own, """
                    # Settings of this installation; read at start. README.md lists them.
                    # whybroke.connections.main.provider=github
                    # whybroke.connections.main.host=github.com
                    # whybroke.connections.main.api=https://api.github.com
                    # whybroke.connections.main.webhook-secrets=file:/run/secrets/webhook
                    # whybroke.connections.main.token=env:GITHUB_TOKEN
                    """);
        }
        List<String> files = new ArrayList<>(List.of(own.toString()));
        if (demo != null) {
            files.add(demo.settings().toString());
        }
        return files;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Where the launcher lies; it says so. */
    private static Path home() {
        return Path.of(System.getProperty("whybroke.home", "."));
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
