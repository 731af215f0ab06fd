package whybroke.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import whybroke.server.demo.Demo;
import whybroke.server.demo.GitHubStub;

/** The demonstration beside a running installation: a local stub that serves logs, and the replay itself. */
final class DemoBuilds implements AutoCloseable {
    private static final String SECRET = "demo-webhook";
    private static final String TOKEN = "demo-token";

    private final GitHubStub stub;
    private final Path secretFile;
    private final Path settings;

    private DemoBuilds(GitHubStub stub, Path secretFile, Path settings) {
        this.stub = stub;
        this.secretFile = secretFile;
        this.settings = settings;
    }

    /** Starts the stub and writes down the connection that leads to it. */
    static DemoBuilds prepare(DataFolder folder) throws IOException {
        folder.secret(SECRET);
        GitHubStub stub = GitHubStub.start(0, folder.secret(TOKEN), Clock.systemUTC());
        String prefix = "whybroke.connections." + Demo.CONNECTION + ".";
        Path settings = Files.writeString(
                folder.path("demo.properties"),
                prefix + "provider=github\n"
                        + prefix + "host=demo.example.org\n"
                        + prefix + "api=" + stub.api() + "\n"
                        + prefix + "log-hosts=" + GitHubStub.BLOB_HOST + ":"
                        + stub.api().getPort() + "\n"
                        + prefix + "webhook-secrets=file:" + folder.path("secrets/" + SECRET) + "\n"
                        + prefix + "token=file:" + folder.path("secrets/" + TOKEN) + "\n");
        return new DemoBuilds(stub, folder.path("secrets/" + SECRET), settings);
    }

    /** The file with the settings of its connection. */
    Path settings() {
        return settings;
    }

    void run(URI service, Consumer<String> say) {
        try {
            Demo.run(service, secretFile, stub, Clock.systemUTC(), say);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stub.close();
    }
}
