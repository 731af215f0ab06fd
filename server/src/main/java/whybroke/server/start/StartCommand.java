package whybroke.server.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code whybroke start}: the whole installation on this machine, until Ctrl-C. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts Kafka, PostgreSQL and the service on this machine and says where to look.")
public final class StartCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept; default: whybroke-data")
    private Path data = Path.of("whybroke-data");

    @Option(names = "--port", paramLabel = "PORT", description = "Where pages and API answer; default: 8080")
    private int port = 8080;

    @Option(names = "--demo", description = "Fills an installation with three months of made-up builds.")
    private boolean demo;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (DataFolder folder = DataFolder.open(data)) {
            refuseTakenPort();
            Installation installation = new Installation(folder, port, demo, out);
            Runtime.getRuntime().addShutdownHook(new Thread(installation::stop, "stop"));
            try {
                installation.run();
            } finally {
                // Waits for the hook's stop when a signal came first.
                installation.stop();
            }
            return 0;
        } catch (CannotStart e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void refuseTakenPort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " is in use: choose another with --port.", e);
        }
    }
}
