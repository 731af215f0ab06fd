package whybroke.ingest.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import whybroke.ingest.Connection;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.Samples;
import whybroke.ingest.Webhook;
import whybroke.ingest.stream.Connections;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

class TranslateTest {
    private final Map<String, List<FinishedJob>> jobs = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private boolean connected = true;

    @Test
    void webhooksShuffledAndRepeated_giveTheSameIdentities() {
        List<Webhook> webhooks = new ArrayList<>();
        for (int job = 0; job < 50; job++) {
            String body = Samples.workflowJob(job % 3 == 0 ? "success" : "failure", Map.of("id", "" + job));
            webhooks.add(Samples.webhook("workflow_job", body));
            webhooks.add(Samples.webhook("workflow_job", body));
        }
        Collections.shuffle(webhooks, new Random(42));

        webhooks.forEach(this::receive);

        assertThat(jobs).hasSize(50);
        assertThat(jobs).allSatisfy((id, same) -> {
            assertThat(same).hasSize(2);
            assertThat(same.getFirst()).isEqualTo(same.getLast());
            assertThat(same.getFirst().id().hex()).isEqualTo(id);
        });
        assertThat(jobs.values().stream().map(same -> same.getFirst().key()).distinct())
                .hasSize(1);
    }

    @Test
    void anotherAttempt_isAnotherFailureOfTheSameJob() {
        receive(Samples.webhook("workflow_job", Samples.workflowJob("failure", Map.of("run_attempt", "1"))));
        receive(Samples.webhook("workflow_job", Samples.workflowJob("failure", Map.of("run_attempt", "2"))));

        assertThat(jobs).hasSize(2);
        assertThat(jobs.values().stream().map(same -> same.getFirst().key()).distinct())
                .hasSize(1);
    }

    @Test
    void whatIsNoFinishedJob_isCountedAndSendsNothing() {
        receive(Samples.webhook("workflow_job", Samples.workflowJob(null, Map.of("status", "\"queued\""))));
        receive(Samples.webhook("workflow_job", "{"));
        receive(Samples.webhook("check_run", "{}"));
        connected = false;
        receive(Samples.webhook("workflow_job", Samples.workflowJob("failure", Map.of())));

        assertThat(jobs).isEmpty();
        assertThat(seen).containsExactly("not-finished", "unreadable", "event", "connection-gone");
    }

    private void receive(Webhook webhook) {
        Translate translate = new Translate(
                (station, topic, key, value, work) -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                new FakeConnections(),
                new Providers(null, null, null),
                new FakeOutgoing(),
                (connection, kind, detail, took) -> seen.add(detail));
        translate.receive(new ConsumerRecord<>(Topics.WEBHOOKS, 0, 0, "key", Wire.write(webhook)));
    }

    private final class FakeConnections implements Connections {
        @Override
        public Optional<Connection> find(String id) {
            return connected ? Optional.of(Samples.github()) : Optional.empty();
        }

        @Override
        public List<Connection> all() {
            return find("acme").stream().toList();
        }
    }

    private final class FakeOutgoing implements Outgoing {
        @Override
        public CompletionStage<Void> send(String topic, String key, byte[] value) {
            jobs.computeIfAbsent(key, id -> new ArrayList<>()).add(Wire.read(value, FinishedJob.class));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void sendAndWait(String topic, String key, byte[] value, Duration atMost) {
            assertThat(topic).isEqualTo(Topics.JOBS);
            var _ = send(topic, key, value);
        }
    }
}
