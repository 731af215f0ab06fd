package whybroke.server.record;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import whybroke.api.verdict.PersonVerdicts;
import whybroke.api.work.Database;
import whybroke.api.work.Outbox;
import whybroke.classifier.Verdict;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.Label;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Recorded recorded;

    @Inject
    PersonVerdicts people;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Test
    void personsAndHistorysWords_reachKafka() {
        var job = World.of("outbox-words").job("shop", "test");
        recorded.record(job.unlabelled("t"), job.passed("12:10:00").report());
        people.say(job.report().id(), "ada", Label.APP, "why not", recorded.version(job));

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(words(job))
                        .hasSize(2)
                        .anySatisfy(word -> assertThat(word)
                                .isInstanceOfSatisfying(
                                        Verdict.ByHistory.class,
                                        said -> assertThat(said.passed())
                                                .isEqualTo(job.passed("12:10:00")
                                                        .report()
                                                        .id())))
                        .anySatisfy(word -> assertThat(word)
                                .isInstanceOfSatisfying(
                                        Verdict.ByPerson.class,
                                        said -> assertThat(said.person()).isEqualTo("ada"))));
        await().atMost(10, SECONDS).until(() -> waiting(job.report().id().hex()) == 0);
    }

    @Test
    void letters_arriveInTheirOrder() {
        List<String> sent =
                IntStream.range(0, 350).mapToObj(i -> "\"" + i + "\"").toList();
        for (int i = 0; i < sent.size(); i++) {
            String value = Integer.toString(i);
            database.change(tx -> outbox.put(tx, Topics.DEAD_LETTERS, "outbox-order", value));
        }

        await().atMost(20, SECONDS).until(() -> waiting("outbox-order") == 0);

        assertThat(Followed.values(servers, Topics.DEAD_LETTERS, "outbox-order"))
                .extracting(String::new)
                .containsExactlyElementsOf(sent);
    }

    @Test
    void transactionThatFails_sendsNothing() {
        assertThatThrownBy(() -> database.change(tx -> {
                    outbox.put(tx, Topics.DEAD_LETTERS, "outbox-failed", "never");
                    throw new IllegalStateException("as asked");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(waiting("outbox-failed")).isZero();
    }

    @Test
    void letterThatKafkaWouldRefuse_failsItsTransaction() {
        byte[] noise = new byte[1_200_000];
        new Random(1).nextBytes(noise);

        assertThatThrownBy(() -> database.change(tx -> outbox.put(tx, Topics.DEAD_LETTERS, "outbox-big", noise)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Verdict> words(World.Job job) {
        return Followed.values(servers, Topics.VERDICTS, job.report().id().hex()).stream()
                .map(bytes -> Wire.read(bytes, Verdict.class))
                .toList();
    }

    private long waiting(String key) {
        return recorded.list("select id from outbox where key = ?", key).size();
    }
}
