package whybroke.ingest.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Samples;
import whybroke.ingest.Webhook;
import whybroke.rules.match.JobOutcome;

/** Every published payload of every CI system, in the folder {@code webhooks} of {@code WHYBROKE_CORPUS}. */
class PublishedPayloadsTest {
    private static Path folder;

    @BeforeAll
    static void findCorpus() {
        String corpus = System.getenv("WHYBROKE_CORPUS");
        boolean there = corpus != null && Files.isDirectory(Path.of(corpus, "webhooks"));
        if (!there) {
            System.err.println("SKIPPED: published webhook payloads; set WHYBROKE_CORPUS to the folder that has them");
        }
        assumeTrue(there, "WHYBROKE_CORPUS has no folder webhooks");
        folder = Path.of(corpus, "webhooks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workflow_job", "workflow_run", "job"})
    void anyPayloadAsAnyEvent_getsAnAnswer(String event) throws IOException {
        int seen = 0;
        for (Path file : payloads()) {
            String body = Files.readString(file);
            Provider provider = event.equals("job") ? new GenericJson(null) : new GitHubActions(null);
            Connection connection = event.equals("job") ? Samples.generic(null) : Samples.github();

            Translated translated =
                    provider.translate(new Webhook("acme", "1", event, body, null, Samples.NOW), connection);

            assertThat(translated).as(file.toString()).isNotNull();
            seen++;
        }
        assertThat(seen).isGreaterThan(50);
    }

    @Test
    void githubsExamples_areUnderstood() throws IOException {
        int finished = 0;
        for (Path file : payloads()) {
            String name = file.getFileName().toString();
            String event = name.startsWith("workflow_job") ? "workflow_job" : "workflow_run";
            if (!name.matches("workflow_(job|run).*") || !file.getParent().endsWith("github")) {
                continue;
            }
            Translated translated =
                    new GitHubActions(null).translate(Samples.webhook(event, Files.readString(file)), Samples.github());

            assertThat(translated).as(name).isNotInstanceOf(Translated.Unreadable.class);
            if (translated instanceof Translated.Finished(FinishedJob job)) {
                assertThat(job.outcome()).as(name).isEqualTo(JobOutcome.PASSED);
                assertThat(job.steps()).as(name).isNotEmpty();
                finished++;
            }
        }
        assertThat(finished).isPositive();
    }

    private static List<Path> payloads() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
