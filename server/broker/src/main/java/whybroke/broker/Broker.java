package whybroke.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * One Kafka broker for one machine: KRaft, combined mode, everything replicated once. Runs in a JVM of its own and ends
 * when its standard input does, so that it never outlives the supervisor that holds the other end.
 */
public final class Broker {
    private Broker() {}

    /** @param args data folder, client port, controller port */
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path data = Path.of(args[0]).toAbsolutePath();
        Path settings = write(data, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        if (!Files.exists(data.resolve("logs").resolve("meta.properties"))) {
            format(settings);
        }
        Thread.ofPlatform().daemon().name("supervisor-watch").start(Broker::endWithSupervisor);
        Kafka.main(new String[] {settings.toString()});
    }

    private static void format(Path settings) {
        StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()}, System.out);
    }

    private static Path write(Path data, int port, int controllerPort) throws IOException {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", data.resolve("logs").toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("message.max.bytes", "1048576");
        // One machine: every internal topic has one copy.
        p.setProperty("offsets.topic.num.partitions", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("transaction.state.log.num.partitions", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // Two small compacted topics: the default buffer of 128 MiB would be most of the heap.
        p.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        Files.createDirectories(data);
        Path file = data.resolve("broker.properties");
        try (var out = Files.newOutputStream(file)) {
            p.store(out, "written at every start");
        }
        return file;
    }

    private static void endWithSupervisor() {
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the same as the end
        }
        System.exit(0);
    }
}
