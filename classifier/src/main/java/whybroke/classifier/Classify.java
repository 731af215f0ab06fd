package whybroke.classifier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import whybroke.ingest.FailedJob;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Station;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.rules.log.LogLines;

/**
 * From a failure with its log to what the rules say: {@code whybroke.failures} to {@code whybroke.verdicts}. A failure
 * whose log is not there yet is judged too, by its facts; its log comes as another record.
 */
@ApplicationScoped
public class Classify {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Station station;
    private final Libraries libraries;
    private final Outgoing outgoing;
    private final Clock clock;

    @Inject
    public Classify(Station station, Libraries libraries, Outgoing outgoing, Clock clock) {
        this.station = station;
        this.libraries = libraries;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Incoming("failures")
    @RunOnVirtualThread
    @Blocking(value = "failures", ordered = false)
    public void classify(ConsumerRecord<String, byte[]> failure) {
        station.handle("Classify", failure.topic(), failure.key(), failure.value(), () -> judge(failure.value()));
    }

    private void judge(byte[] failure) throws IOException {
        FailedJob failed = Wire.read(failure, FailedJob.class);
        LogLines log = failed.log() == null ? LogLines.of(InputStream.nullInputStream()) : LogLines.of(failed.log());
        Instant now = clock.instant();
        for (Judge judge : libraries.active().all()) {
            byte[] verdict = VerdictRecord.of(judge.judge(failed, log, now));
            outgoing.sendAndWait(Topics.VERDICTS, failed.id().hex(), verdict, PATIENCE);
        }
    }
}
