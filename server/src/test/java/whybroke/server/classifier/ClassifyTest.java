package whybroke.server.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import whybroke.classifier.LibraryPointer;
import whybroke.classifier.PublishedLibrary;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailedJob;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.Engine;
import whybroke.rules.library.Confidence;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.library.Sample;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.Outcome;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ClassifyTest {
    private static final RuleLibrary SHIPPED = RuleLibrary.shipped();
    private static final Sample SAMPLE = RuleLibrary.shippedSamples().stream()
            .filter(sample -> sample.mustHit() && sample.facts().equals(JobFacts.NONE))
            .findFirst()
            .orElseThrow();

    @Inject
    Outgoing outgoing;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private VerdictsHeard verdicts;

    @BeforeEach
    void listen() {
        verdicts = new VerdictsHeard(servers);
    }

    @AfterEach
    void stopListening() {
        verdicts.close();
    }

    @Test
    void failure_isJudgedByTheActiveLibrary_underItsWholeIdentity() {
        FailedJob failed = Failing.with(SAMPLE.text());

        send(failed);

        assertThat(verdicts.byRules(failed.id(), 1)).singleElement().satisfies(verdict -> {
            assertThat(verdict.decision().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Labelled.class,
                            labelled -> assertThat(labelled.by().rule()).isEqualTo(SAMPLE.rule()));
            assertThat(verdict.library()).isEqualTo(SHIPPED.hash());
            assertThat(verdict.engine()).isEqualTo(Engine.VERSION);
            assertThat(verdict.logHash()).isEqualTo(LogLines.of(failed.log()).hash());
            assertThat(verdict.factsHash()).matches("[0-9a-f]{64}");
            assertThat(verdict.shadow()).isFalse();
            assertThat(verdict.failed()).usingRecursiveComparison().isEqualTo(failed);
        });
    }

    @Test
    void failureWithoutALog_isJudgedByItsFacts() {
        FailedJob failed = Failing.withoutLog();

        send(failed);

        assertThat(verdicts.byRules(failed.id(), 1)).singleElement().satisfies(verdict -> {
            assertThat(verdict.logHash()).isEqualTo("none");
            assertThat(verdict.decision().outcome()).isInstanceOf(Outcome.Unlabelled.class);
        });
    }

    @Test
    void sameFailureTwice_givesTheSameIdentity() {
        FailedJob failed = Failing.with(SAMPLE.text());

        send(failed);
        send(failed);

        assertThat(verdicts.byRules(failed.id(), 2))
                .extracting(verdict -> verdict.library() + verdict.logHash() + verdict.factsHash())
                .hasSize(2)
                .satisfies(identities -> assertThat(identities.getFirst()).isEqualTo(identities.getLast()));
    }

    @Test
    void libraryThatIsTriedOut_judgesToo_butIsMarked_untilItIsTakenAway() {
        RuleLibrary without = RuleLibrary.of(
                "trial",
                SHIPPED.rules().stream()
                        .filter(rule -> !rule.id().equals(SAMPLE.rule()))
                        .toList(),
                Confidence.NONE);
        publish(without, LibraryPointer.SHADOW);
        try {
            FailedJob failed = awaitShadow(true);

            assertThat(verdicts.byRules(failed.id(), 2))
                    .satisfiesExactlyInAnyOrder(
                            active -> assertThat(active.library()).isEqualTo(SHIPPED.hash()), shadow -> {
                                assertThat(shadow.shadow()).isTrue();
                                assertThat(shadow.library()).isEqualTo(without.hash());
                            });
        } finally {
            point(LibraryPointer.SHADOW, null);
        }
        awaitShadow(false);
    }

    @Test
    void libraryThatCannotBeRead_leavesTheOneBefore() {
        point(LibraryPointer.ACTIVE, new LibraryHash("9".repeat(64)));
        try {
            FailedJob failed = Failing.with(SAMPLE.text());
            send(failed);

            assertThat(verdicts.byRules(failed.id(), 1))
                    .singleElement()
                    .satisfies(verdict -> assertThat(verdict.library()).isEqualTo(SHIPPED.hash()));
        } finally {
            point(LibraryPointer.ACTIVE, SHIPPED.hash());
        }
    }

    @Test
    void recordThatIsNoFailure_isADeadLetterAndStopsNothing() {
        outgoing.sendAndWait(
                Topics.FAILURES, "x", "{not json".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(10));
        FailedJob failed = Failing.with(SAMPLE.text());

        send(failed);

        assertThat(verdicts.byRules(failed.id(), 1)).hasSize(1);
    }

    /** Sends failures until one is judged as expected: a library is swapped beside the path. */
    private FailedJob awaitShadow(boolean expected) {
        FailedJob[] last = new FailedJob[1];
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            last[0] = Failing.with(SAMPLE.text());
            send(last[0]);
            verdicts.byRules(last[0].id(), 1);
            return verdicts.byRulesAfter(Duration.ofMillis(400), last[0].id()).stream()
                            .anyMatch(Verdict.ByRule::shadow)
                    == expected;
        });
        return last[0];
    }

    private void publish(RuleLibrary library, String pointer) {
        PublishedLibrary published = PublishedLibrary.of(library);
        outgoing.sendAndWait(Topics.LIBRARIES, published.key(), Wire.write(published), Duration.ofSeconds(10));
        point(pointer, library.hash());
    }

    private void point(String name, LibraryHash hash) {
        outgoing.sendAndWait(Topics.LIBRARIES, name, Wire.write(new LibraryPointer(hash)), Duration.ofSeconds(10));
    }

    private void send(FailedJob failed) {
        outgoing.sendAndWait(Topics.FAILURES, failed.id().hex(), Wire.write(failed), Duration.ofSeconds(10));
    }
}
