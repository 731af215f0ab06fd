package whybroke.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and the service judge the same text by the same rules: on every log of a corpus they say the same. */
class AgreementIT {
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    @Test
    void everyLogOfTheCorpus_getsOneVerdictFromCommandLineAndService() throws Exception {
        String corpus = System.getenv("WHYBROKE_CORPUS");
        if (corpus == null) {
            System.out.println("SKIPPED: command line and service are not compared, WHYBROKE_CORPUS names no corpus");
        }
        assumeTrue(corpus != null, "WHYBROKE_CORPUS names no corpus");
        List<Path> logs = logs(Path.of(corpus));
        Map<String, String> offline = classified(logs);
        try (Machine machine = new Machine(folder.resolve("data"), "")) {
            machine.start();

            Map<String, String> online = new ConcurrentSkipListMap<>();
            ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
            logs.forEach(log -> senders.submit(() -> online.put(log.toString(), uploaded(machine, log))));
            senders.shutdown();

            assertThat(senders.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
            assertThat(new TreeMap<>(online)).isEqualTo(offline);
        }
    }

    private static List<Path> logs(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> classified(List<Path> logs) throws Exception {
        List<String> command = new ArrayList<>(Machine.command("classify", "--json"));
        logs.forEach(log -> command.add(log.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> verdicts = new TreeMap<>();
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            JsonNode verdict = Machine.JSON.readTree(line);
            verdicts.put(verdict.get("file").asText(), said(verdict));
        }
        assertThat(process.waitFor()).isIn(0, 3);
        return verdicts;
    }

    private static String uploaded(Machine machine, Path log) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        machine.at("/api/v1/failures?repository=acme/corpus&job=build&wait=true"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + machine.token())
                .POST(HttpRequest.BodyPublishers.ofFile(log))
                .build();
        HttpResponse<String> answer = Machine.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode accepted = Machine.JSON.readTree(answer.body());
        for (int look = 0;
                look < 120 && accepted.path("outcome").asText("pending").equals("pending");
                look++) {
            Thread.sleep(500);
            accepted = machine.json("/api/v1/failures/" + accepted.get("id").asText());
        }
        return said(accepted);
    }

    private static String said(JsonNode verdict) {
        boolean labelled = verdict.path("label").isTextual();
        return labelled
                ? verdict.get("label").asText() + " " + verdict.get("rule").asText() + " @"
                        + verdict.path("line").asInt()
                : verdict.path("outcome").asText();
    }
}
