package whybroke.ingest.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Where records go that nobody could do. */
interface DeadLetters {
    /** @throws DependencyDown when Kafka did not take it */
    void put(DeadLetter letter);

    /** On {@code whybroke.dead-letters}. */
    @ApplicationScoped
    class OnKafka implements DeadLetters {
        private final KafkaOutgoing outgoing;

        @Inject
        OnKafka(KafkaOutgoing outgoing) {
            this.outgoing = outgoing;
        }

        @Override
        public void put(DeadLetter letter) {
            outgoing.sendAndWait(letter.toRecord(), Duration.ofSeconds(10));
        }
    }
}
