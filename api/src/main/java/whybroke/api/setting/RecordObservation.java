package whybroke.api.setting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import whybroke.api.work.Database;
import whybroke.api.work.Text;
import whybroke.ingest.Observation;
import whybroke.ingest.stream.Station;
import whybroke.ingest.stream.Wire;

/** What stations without a database saw, {@code whybroke.observations}, where people can see it. */
@ApplicationScoped
public class RecordObservation {
    private final Station station;
    private final Database database;

    RecordObservation(Station station, Database database) {
        this.station = station;
        this.database = database;
    }

    @Incoming("observations")
    @RunOnVirtualThread
    @Blocking(value = "observations", ordered = false)
    public void record(ConsumerRecord<String, byte[]> seen) {
        station.handle("RecordObservation", seen.topic(), seen.key(), seen.value(), () -> record(seen.value()));
    }

    public void record(byte[] bytes) {
        Observation seen = Wire.read(bytes, Observation.class);
        database.change(tx -> tx.update(
                "insert into observation (id, connection, kind, detail, millis, at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                seen.id(),
                Text.most(Text.NAME, seen.connection()),
                Text.name(seen.kind()),
                Text.name(seen.detail()),
                seen.millis(),
                seen.at()));
    }
}
