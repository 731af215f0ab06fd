package whybroke.api.job;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import whybroke.api.work.Database;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.stream.Station;
import whybroke.ingest.stream.Wire;

/**
 * The station beside the path: {@code whybroke.jobs}, green and red, into PostgreSQL. A red job is a failure that people
 * see at once; a green one may tell that an earlier failure was a flaky test.
 */
@ApplicationScoped
public class RecordJob {
    private final Station station;
    private final Database database;
    private final JobRecorder recorder;

    RecordJob(Station station, Database database, JobRecorder recorder) {
        this.station = station;
        this.database = database;
        this.recorder = recorder;
    }

    @Incoming("jobs-record")
    @RunOnVirtualThread
    @Blocking(value = "jobs-record", ordered = false)
    public void record(ConsumerRecord<String, byte[]> job) {
        station.handle("RecordJob", job.topic(), job.key(), job.value(), () -> record(job.value()));
    }

    public void record(byte[] bytes) {
        FinishedJob job = Wire.read(bytes, FinishedJob.class);
        database.change(tx -> recorder.job(tx, job));
    }
}
