package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import whybroke.api.job.Ids;
import whybroke.api.job.Jobs;
import whybroke.api.work.Database;
import whybroke.api.work.Locks;
import whybroke.api.work.Outbox;
import whybroke.api.work.StaleVersion;
import whybroke.api.work.Text;
import whybroke.api.work.Tx;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Topics;
import whybroke.rules.Label;

/** A person's word on a failure: it stands above history's and every rule's. */
@ApplicationScoped
public class PersonVerdicts {
    private static final int REASON = 2_000;
    private final Database database;
    private final Failures failures;
    private final Recorder recorder;
    private final Outbox outbox;
    private final Clock clock;

    PersonVerdicts(Database database, Failures failures, Recorder recorder, Outbox outbox, Clock clock) {
        this.database = database;
        this.failures = failures;
        this.recorder = recorder;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Appends the verdict, makes it current and queues it for {@code whybroke.verdicts}, all in one transaction of its
     * own.
     *
     * @param who the person's name as signed in
     * @param reason in their words, cut at 2,000 characters, may be null
     * @param expectedVersion {@code failure.version} that the person saw
     * @return the failure's new version
     * @throws NoSuchFailure when it was never recorded
     * @throws StaleVersion when it changed since
     */
    public int say(FailureId failure, String who, Label label, String reason, int expectedVersion) {
        Verdict.ByPerson said = new Verdict.ByPerson(
                failure,
                UUID.randomUUID().toString(),
                Text.clean(Text.NAME, who),
                label,
                Text.clean(REASON, reason),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return database.call(tx -> say(tx, said, expectedVersion));
    }

    private int say(Tx tx, Verdict.ByPerson said, int expectedVersion) throws SQLException {
        UUID id = Ids.of(said.failure());
        Locks.take(tx, Jobs.lockOf(id));
        StoredFailure seen = failures.lock(tx, List.of(id)).get(id);
        if (seen == null) {
            throw new NoSuchFailure(said.failure());
        }
        if (seen.version() != expectedVersion) {
            throw new StaleVersion("failure " + said.failure(), expectedVersion, seen.version());
        }
        recorder.person(tx, said);
        outbox.put(tx, Topics.VERDICTS, said.failure().hex(), said);
        return failures.find(tx, id).orElseThrow().version();
    }
}
