package whybroke.server.start;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The demonstration beside a running installation: a local stub that serves logs, and the replay itself. */
final class DemoBuilds {
    private final Path settings;

    private DemoBuilds(Path settings) {
        this.settings = settings;
    }

    static DemoBuilds prepare(DataFolder folder) {
        return new DemoBuilds(folder.path("demo.properties"));
    }

    /** The file with the settings of its connection. */
    Path settings() {
        return settings;
    }

    void run(URI service, Consumer<String> say) {}
}
