package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import whybroke.api.job.Ids;
import whybroke.api.job.JobAliases;
import whybroke.api.job.StoredJob;
import whybroke.api.setting.Libraries;
import whybroke.api.work.Outbox;
import whybroke.api.work.Tx;
import whybroke.classifier.Verdict;
import whybroke.ingest.stream.Topics;
import whybroke.rules.RuleId;
import whybroke.rules.library.Rule.OnUnchangedPass;

/**
 * The same job passed later on the same commit, in another run or attempt: where no rule knows better, that is a flaky
 * test. Judged again whenever something changes that it rests on; when it no longer holds, the ledger gets a row that
 * says so, and only the failure's last row of history counts.
 */
@ApplicationScoped
class History {
    private static final Set<String> UNLABELLED = Set.of("no-rule", "ambiguous", "no-evidence");

    private final Ledger ledger;
    private final Outage outage;
    private final Libraries libraries;
    private final JobAliases aliases;
    private final HistoryConfig config;
    private final Outbox outbox;
    private final Clock clock;

    History(
            Ledger ledger,
            Outage outage,
            Libraries libraries,
            JobAliases aliases,
            HistoryConfig config,
            Outbox outbox,
            Clock clock) {
        this.ledger = ledger;
        this.outage = outage;
        this.libraries = libraries;
        this.aliases = aliases;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What history says: the pass it rests on, and whether it stands; both may be absent. */
    record Says(UUID pass, Optional<Entry> entry) {
        static final Says NOTHING = new Says(null, Optional.empty());
    }

    static boolean isUnlabelled(String outcome) {
        return UNLABELLED.contains(outcome);
    }

    /** True when the rules leave room for history: none decided, or the one that did asks to be overruled by a pass. */
    boolean maySpeak(Tx tx, Entry byRule) throws SQLException {
        if (!byRule.isLabelled()) {
            return isUnlabelled(byRule.outcome());
        }
        return libraries
                .rule(tx, byRule.library(), new RuleId(byRule.rule()))
                .filter(rule -> rule.onUnchangedPass() == OnUnchangedPass.FLAKY_TEST)
                .isPresent();
    }

    /** Failures of the same job and commit that a pass, or the loss of one, may concern. */
    List<UUID> concernedBy(Tx tx, StoredJob pass, Instant latestEnd) throws SQLException {
        if (pass.commit() == null) {
            return List.of();
        }
        return tx.list(
                "select f.id from job j join failure f on f.id = j.id where j.job_key = any(?::uuid[])"
                        + " and j.commit = ? and j.outcome in ('failed', 'timed_out', 'system_failure',"
                        + " 'startup_failure') and j.finished < ? and j.finished >= ?",
                row -> row.getObject(1, UUID.class),
                aliases.all(tx, pass.today()),
                pass.commit(),
                latestEnd,
                latestEnd.minus(config.passWithin().multipliedBy(2)));
    }

    /** Appends what has become true, and answers what holds now. */
    Says of(Tx tx, StoredFailure failure, Optional<Entry> byRule) throws SQLException {
        Optional<Entry> last = ledger.lastHistory(tx, failure.id());
        Optional<Pass> pass = byRule.isPresent() && !failure.log().state().isWaiting() && maySpeak(tx, byRule.get())
                ? firstPass(tx, failure)
                : Optional.empty();
        boolean holds = pass.isPresent()
                && !outage.isAround(tx, failure.finished(), byRule.get().fingerprint());
        Optional<Entry> stands = last.filter(Entry::isLabelled);
        if (holds
                && stands.filter(entry -> entry.passed().equals(pass.get().id()))
                        .isEmpty()) {
            stands = Optional.of(append(tx, failure.id(), pass.get(), Entry.LABELLED));
        } else if (!holds && stands.isPresent()) {
            append(tx, failure.id(), new Pass(stands.get().passed(), clock.instant()), Entry.WITHDRAWN);
            stands = Optional.empty();
        }
        return new Says(pass.map(Pass::id).orElse(null), stands);
    }

    private record Pass(UUID id, Instant finished) {}

    private Entry append(Tx tx, UUID failure, Pass pass, String outcome) throws SQLException {
        Entry entry = ledger.history(tx, failure, pass.id(), outcome, pass.finished());
        // A withdrawal goes out too: who follows the topic then reads the failure again.
        Verdict.ByHistory said = new Verdict.ByHistory(Ids.failure(failure), Ids.failure(pass.id()), pass.finished());
        outbox.put(tx, Topics.VERDICTS, said.failure().hex(), said);
        return entry;
    }

    private Optional<Pass> firstPass(Tx tx, StoredFailure failure) throws SQLException {
        UUID today = aliases.today(tx, failure.jobKey());
        return tx.find(
                "select p.id, p.finished from job f join job p on p.commit = f.commit"
                        + " where f.id = ? and p.job_key = any(?::uuid[]) and p.outcome = 'passed'"
                        + " and p.finished > f.finished and p.finished <= ?"
                        + " and (p.run_id, p.run_attempt, p.attempt) <> (f.run_id, f.run_attempt, f.attempt)"
                        + " order by p.finished, p.id limit 1",
                row -> new Pass(row.getObject("id", UUID.class), Tx.instant(row, "finished")),
                failure.id(),
                aliases.all(tx, today),
                failure.finished().plus(config.passWithin()));
    }
}
