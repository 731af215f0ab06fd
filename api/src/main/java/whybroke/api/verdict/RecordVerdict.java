package whybroke.api.verdict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import whybroke.api.work.Database;
import whybroke.classifier.Verdict;
import whybroke.ingest.stream.Station;
import whybroke.ingest.stream.Wire;

/**
 * The last station: {@code whybroke.verdicts} into PostgreSQL, one transaction each. People's and history's verdicts
 * were written here before they went out and change nothing when they come by; a database restored from an older copy
 * learns people's again.
 */
@ApplicationScoped
public class RecordVerdict {
    private final Station station;
    private final Database database;
    private final Recorder recorder;

    RecordVerdict(Station station, Database database, Recorder recorder) {
        this.station = station;
        this.database = database;
        this.recorder = recorder;
    }

    @Incoming("verdicts-record")
    @RunOnVirtualThread
    @Blocking(value = "verdicts-record", ordered = false)
    public void record(ConsumerRecord<String, byte[]> said) {
        station.handle("RecordVerdict", said.topic(), said.key(), said.value(), () -> record(said.value()));
    }

    public void record(byte[] bytes) {
        Verdict verdict = Wire.read(bytes, Verdict.class);
        database.change(tx -> {
            switch (verdict) {
                case Verdict.ByRule said -> recorder.rule(tx, said);
                case Verdict.ByPerson said -> recorder.person(tx, said);
                // Follows from the jobs, which are recorded too.
                case Verdict.ByHistory _ -> {}
            }
        });
    }
}
