package whybroke.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, crashing, starting again; each way it cannot start is one clear sentence. */
class LifecycleIT {
    /** What is wanted is 15 s on a machine of its own; a busy test machine may take longer, a hang may not pass. */
    private static final Duration READY = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void machine_isReadyInTimeAndLeavesNothingBehind() throws Exception {
        try (Machine machine = new Machine(folder.resolve("data"), "")) {
            Duration first = machine.start();
            System.out.println("ready after " + first.toMillis() + " ms on an empty folder");
            assertThat(machine.get("/q/health/ready").statusCode()).isEqualTo(200);

            machine.stop();
            assertThat(machine.leftovers()).isEmpty();

            Duration second = machine.start();
            System.out.println("ready after " + second.toMillis() + " ms on an existing folder");
            assertThat(List.of(first, second)).allMatch(took -> took.compareTo(READY) < 0);
        }
    }

    @Test
    void supervisorKilled_nextStartOnTheSameDataWorks() throws Exception {
        try (Machine machine = new Machine(folder.resolve("data"), "")) {
            machine.start();
            String token = machine.token();

            machine.crash();
            machine.start();

            assertThat(machine.token()).isEqualTo(token);
            assertThat(machine.get("/api/v1/failures").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void secondInstanceOnTheSameData_isRefusedInOneSentence() throws Exception {
        try (Machine machine = new Machine(folder.resolve("data"), "")) {
            machine.start();

            assertThat(refusal("--data", folder.resolve("data").toString(), "--port", "" + Machine.freePort()))
                    .contains("already uses the data folder");
        }
    }

    @Test
    void portInUse_isRefusedInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal("--data", folder.resolve("data").toString(), "--port", "" + taken.getLocalPort()))
                    .contains("is in use")
                    .contains("--port");
        }
    }

    @Test
    void unwritableData_isRefusedInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(refusal("--data", file.toString(), "--port", "" + Machine.freePort()))
                .contains("cannot be used");
    }

    private static String refusal(String... options) throws Exception {
        List<String> command = new java.util.ArrayList<>(Machine.command("start"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said.strip()).doesNotContain("\n");
        return said;
    }
}
