package whybroke.server.rest;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import whybroke.api.account.Scope;
import whybroke.api.account.Viewer;
import whybroke.api.failure.Failures;
import whybroke.api.job.RecordJob;
import whybroke.ingest.FailureId;
import whybroke.ingest.stream.Outgoing;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;

/** Puts jobs and verdicts where the stations leave them, and waits until they are recorded. */
@ApplicationScoped
public class Teller {
    static final Viewer ALL = new Viewer("test", Set.of(), Set.of(Scope.ADMIN));

    private final RecordJob jobs;
    private final Outgoing outgoing;
    private final Failures failures;
    private final AgroalDataSource source;

    Teller(RecordJob jobs, Outgoing outgoing, Failures failures, AgroalDataSource source) {
        this.jobs = jobs;
        this.outgoing = outgoing;
        this.failures = failures;
        this.source = source;
    }

    void tell(Told... told) {
        tell(Arrays.asList(told));
    }

    void tell(List<Told> told) {
        for (Told each : told) {
            jobs.record(Wire.write(each.report()));
            if (each.outcome().isFailure()) {
                FailureId id = each.report().id();
                outgoing.sendAndWait(Topics.VERDICTS, id.hex(), Wire.write(each.verdict()), Duration.ofSeconds(20));
            }
        }
        List<FailureId> ids = told.stream()
                .filter(each -> each.outcome().isFailure())
                .map(each -> each.report().id())
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> failures.these(ALL, ids).stream()
                                .filter(summary -> summary.judge() != null || summary.fingerprint() != null)
                                .count()
                        == ids.size());
    }

    /** @return the team's id */
    long team(String slug, String... repositories) {
        try (var connection = source.getConnection();
                var insert = connection.prepareStatement(
                        "insert into team (slug, name) values (?, ?) on conflict (slug) do update set name = ?"
                                + " returning id");
                var own = connection.prepareStatement("update repository set team_id = ? where name = any (?)")) {
            insert.setString(1, slug);
            insert.setString(2, slug);
            insert.setString(3, slug);
            var row = insert.executeQuery();
            row.next();
            own.setLong(1, row.getLong(1));
            own.setArray(2, connection.createArrayOf("text", repositories));
            own.executeUpdate();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void forEveryone(String repository) {
        try (var connection = source.getConnection();
                var update =
                        connection.prepareStatement("update repository set visibility = 'everyone' where name = ?")) {
            update.setString(1, repository);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
