package whybroke.server.record;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.api.setting.Libraries;
import whybroke.classifier.LibraryPointer;
import whybroke.classifier.OnLibraries;
import whybroke.classifier.PublishedLibrary;
import whybroke.ingest.stream.Topics;
import whybroke.rules.library.RuleLibrary;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class LibrariesTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Libraries libraries;

    @Inject
    Recorded recorded;

    @TempDir
    Path folder;

    @BeforeEach
    void shippedIsActive() {
        libraries.publishAtStart(RuleLibrary.shipped());
    }

    /** The rest of the tests judges by what is shipped. */
    @AfterEach
    void shippedIsActiveAgain() {
        recorded.update("delete from library_pointer");
        libraries.publishAtStart(RuleLibrary.shipped());
    }

    @Test
    void firstStart_publishesWhatIsShipped() {
        recorded.update("delete from library_pointer");

        libraries.publishAtStart(RuleLibrary.shipped());

        assertThat(active()).isEqualTo(RuleLibrary.shipped().hash().hex() + " shipped");
        awaitOnTopic(RuleLibrary.shipped());
    }

    @Test
    void startOfAnotherRelease_publishesItsLibrary() throws IOException {
        RuleLibrary next = library("next");

        libraries.publishAtStart(next);

        assertThat(active()).isEqualTo(next.hash().hex() + " shipped");
        awaitOnTopic(next);
    }

    @Test
    void libraryOfThePeopleHere_survivesAnotherRelease() throws IOException {
        RuleLibrary ours = library("ours");
        libraries.publish(ours, "ada", "our own rules");

        libraries.publishAtStart(library("newer"));

        assertThat(active()).isEqualTo(ours.hash().hex() + " ada");
        awaitOnTopic(ours);
    }

    @Test
    void restart_sendsAgainWhatKafkaMayHaveLost() {
        awaitOnTopic(RuleLibrary.shipped());
        int before = onTopic().size();

        libraries.publishAtStart(RuleLibrary.shipped());

        await().atMost(10, SECONDS).until(() -> onTopic().size() >= before + 2);
    }

    private String active() {
        return recorded.list("select hash || ' ' || author from library_pointer where name = 'active'")
                .getFirst();
    }

    private void awaitOnTopic(RuleLibrary library) {
        await().atMost(10, SECONDS).untilAsserted(() -> {
            List<ConsumerRecord<String, byte[]>> all = onTopic();
            assertThat(newest(all, LibraryPointer.ACTIVE)).isEqualTo(new LibraryPointer(library.hash()));
            assertThat(newest(all, library.hash().hex()))
                    .isInstanceOfSatisfying(
                            PublishedLibrary.class,
                            published -> assertThat(published.open().hash()).isEqualTo(library.hash()));
        });
    }

    private List<ConsumerRecord<String, byte[]>> onTopic() {
        return Followed.all(servers, Topics.LIBRARIES);
    }

    private static OnLibraries newest(List<ConsumerRecord<String, byte[]>> all, String key) {
        return all.stream()
                .filter(each -> each.key().equals(key))
                .reduce((first, second) -> second)
                .map(each -> OnLibraries.read(key, each.value()))
                .orElse(null);
    }

    private RuleLibrary library(String rule) throws IOException {
        Path root = Files.createDirectories(folder.resolve(rule));
        TestLibrary.rule(root, rule, "");
        return RuleLibrary.in(root);
    }
}
