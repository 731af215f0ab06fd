package whybroke.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.classifier.index.FailureIndex;
import whybroke.classifier.index.SearchResult;
import whybroke.ingest.Connection;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.library.RuleLibrary;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DemoTest {
    @TempDir
    Path folder;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Outgoing outgoing;

    @Inject
    FailureIndex index;

    @Inject
    Connections connections;

    private Path secret;
    private Path token;

    @BeforeEach
    void writeSecrets() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        token = Files.writeString(folder.resolve("token"), "t0ken\n");
    }

    @Test
    void madeUpBuilds_goTheWholeWay_andTheFailedOnesAreFoundWithTheirLabels() throws Exception {
        try (GitHubStub stub = GitHubStub.start(0, "t0ken", Clock.systemUTC())) {
            List<DemoJob> jobs = lastJobs(80);
            Set<FailureId> failed = jobs.stream()
                    .filter(job -> !job.isGreen())
                    .map(job -> FailureId.of("github", "demo.example.org", Long.toString(job.id()), job.attempt()))
                    .collect(Collectors.toSet());
            tell(Demo.connection(stub, secret, token));

            new Demo(service, "s3cret").send(jobs, stub);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(ids("")).containsAll(failed));
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Set<FailureId> labelled = ids("is:labelled");
                labelled.retainAll(failed);
                assertThat(labelled).hasSizeGreaterThan(failed.size() * 7 / 10);
            });
        }
    }

    @Test
    void wrongSecret_isSaidAtOnce() throws Exception {
        try (GitHubStub stub = GitHubStub.start(0, "t0ken", Clock.systemUTC())) {
            tell(Demo.connection(stub, secret, token));

            assertThatThrownBy(() -> new Demo(service, "wrong").send(lastJobs(1), stub))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is connection demo set up with the right secret?");
        }
    }

    private static List<DemoJob> lastJobs(int count) {
        List<DemoJob> jobs = new DemoPlan(RuleLibrary.shipped(), RuleLibrary.shippedSamples(), 1).until(Instant.now());
        return jobs.subList(jobs.size() - count, jobs.size());
    }

    /** Tells the running service of a connection and waits until it answers there. */
    private void tell(Connection connection) {
        outgoing.sendAndWait(Topics.CONNECTIONS, connection.id(), Wire.write(connection), Duration.ofSeconds(10));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> connections
                        .find(connection.id())
                        .filter(connection::equals)
                        .isPresent());
    }

    private Set<FailureId> ids(String query) {
        Set<FailureId> ids = new HashSet<>();
        String cursor = null;
        do {
            SearchResult page = index.search(query, null, 200, cursor);
            page.hits().forEach(hit -> ids.add(hit.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }
}
