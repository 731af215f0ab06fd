package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import whybroke.api.cause.CauseTable;
import whybroke.api.cause.Sighting;
import whybroke.api.job.Ids;
import whybroke.api.job.JobRecorder;
import whybroke.api.job.Jobs;
import whybroke.api.job.Repositories;
import whybroke.api.job.StoredJob;
import whybroke.api.trend.CountChanges;
import whybroke.api.work.Locks;
import whybroke.api.work.Tx;
import whybroke.classifier.Verdict;
import whybroke.ingest.FinishedJob;

/**
 * What a job or a verdict changes, inside one transaction. Locks are taken in one order by everybody: the job and its
 * commit, history as a whole (only where history may speak), failures by id, the cause, the counts in their order, the
 * repository's name.
 */
@ApplicationScoped
class Recorder implements JobRecorder {
    /** An outage is a matter between failures: who may complete or end one goes one at a time. */
    private static final String HISTORY = "history";

    private final Jobs jobs;
    private final Repositories repositories;
    private final Failures failures;
    private final Ledger ledger;
    private final Tails tails;
    private final CauseTable causes;
    private final History history;
    private final Outage outage;
    private final LateLogs lateLogs;
    private final CauseScopes scopes;

    Recorder(
            Jobs jobs,
            Repositories repositories,
            Failures failures,
            Ledger ledger,
            Tails tails,
            CauseTable causes,
            History history,
            Outage outage,
            LateLogs lateLogs,
            CauseScopes scopes) {
        this.jobs = jobs;
        this.repositories = repositories;
        this.failures = failures;
        this.ledger = ledger;
        this.tails = tails;
        this.causes = causes;
        this.history = history;
        this.outage = outage;
        this.lateLogs = lateLogs;
        this.scopes = scopes;
    }

    /** A job ended: a red one is shown at once, a green one may tell that an earlier failure was flaky. */
    @Override
    public void job(Tx tx, FinishedJob report) throws SQLException {
        jobs.lock(tx, report);
        CountChanges counts = new CountChanges();
        Jobs.Written written = jobs.write(tx, report, counts);
        if (written.changed()) {
            follow(tx, written, counts);
            finish(tx, written, report, counts);
        }
    }

    private void follow(Tx tx, Jobs.Written written, CountChanges counts) throws SQLException {
        List<UUID> earlier = earlierFailures(tx, written);
        if (!earlier.isEmpty() || written.before() != null) {
            Locks.take(tx, HISTORY);
        }
        StoredJob job = written.now();
        Map<UUID, StoredFailure> locked = failures.lock(
                tx, Stream.concat(earlier.stream(), Stream.of(job.id())).toList());
        if (job.outcome().isFailure()) {
            StoredFailure before = opened(tx, locked, job, counts);
            judge(tx, before, before.following(job), counts);
        }
        for (UUID id : earlier) {
            judge(tx, locked.get(id), locked.get(id), counts);
        }
    }

    private List<UUID> earlierFailures(Tx tx, Jobs.Written written) throws SQLException {
        StoredJob now = written.now();
        StoredJob before = written.before() == null ? now : written.before();
        if (!now.passed() && !before.passed()) {
            return List.of();
        }
        var end = before.finished().isAfter(now.finished()) ? before.finished() : now.finished();
        List<UUID> concerned = new ArrayList<>(history.concernedBy(tx, now, end));
        concerned.remove(now.id());
        return concerned;
    }

    /** A rule's verdict with the log it was given on. */
    void rule(Tx tx, Verdict.ByRule verdict) throws SQLException {
        if (verdict.shadow()) {
            ledger.machine(tx, "shadow", verdict);
            return;
        }
        FinishedJob report = verdict.failed().job();
        jobs.lock(tx, report);
        CountChanges counts = new CountChanges();
        Jobs.Written written = jobs.write(tx, report, counts);
        StoredJob job = written.now();
        if (job.outcome().isFailure()) {
            judged(tx, verdict, written, counts);
        }
        finish(tx, written, report, counts);
    }

    private void judged(Tx tx, Verdict.ByRule verdict, Jobs.Written written, CountChanges counts) throws SQLException {
        StoredJob job = written.now();
        ledger.machine(tx, "rule", verdict);
        LogFact offered = LogFact.of(verdict);
        StoredFailure seen = failures.find(tx, job.id()).orElseGet(() -> StoredFailure.of(job));
        Set<UUID> others = new TreeSet<>(othersTurned(tx, seen, offered));
        if (written.changed()) {
            others.addAll(earlierFailures(tx, written));
        }
        Map<UUID, StoredFailure> locked = failures.lock(
                tx, Stream.concat(others.stream(), Stream.of(job.id())).toList());
        StoredFailure before = opened(tx, locked, job, counts);
        StoredFailure now = before.following(job).offered(offered);
        if (verdict.failed().log() != null) {
            now = now.withTail(tails.offer(
                    tx, job.id(), now.tailMonth(), offered, verdict.failed().log()));
        }
        if (verdict.decision().fingerprint() != null) {
            causes.see(tx, Sighting.of(verdict, job.id(), scopes.home(tx, verdict, job)));
        }
        judge(tx, before, now, counts);
        for (UUID id : others) {
            judge(tx, locked.get(id), locked.get(id), counts);
        }
        if (now.log().equals(offered)) {
            lateLogs.plan(tx, verdict.failed());
        }
    }

    /** Takes part in history's queue when this verdict, or the one it replaces, leaves room for history. */
    private List<UUID> othersTurned(Tx tx, StoredFailure seen, LogFact offered) throws SQLException {
        Optional<Entry> was = byRule(tx, seen);
        Optional<Entry> is = byRule(tx, seen.offered(offered));
        if (!maySpeak(tx, was) && !maySpeak(tx, is)) {
            return List.of();
        }
        Locks.take(tx, HISTORY);
        String outcome = is.map(Entry::outcome).orElse("pending");
        return outage.turnedBy(tx, seen, is.map(Entry::fingerprint).orElse(null), History.isUnlabelled(outcome));
    }

    private boolean maySpeak(Tx tx, Optional<Entry> byRule) throws SQLException {
        return byRule.isPresent() && history.maySpeak(tx, byRule.get());
    }

    /** @return false when it was known already */
    boolean person(Tx tx, Verdict.ByPerson said) throws SQLException {
        UUID id = Ids.of(said.failure());
        Locks.take(tx, Jobs.lockOf(id));
        CountChanges counts = new CountChanges();
        StoredFailure failure = failures.lock(tx, List.of(id)).get(id);
        boolean isNew = ledger.person(tx, said);
        if (failure != null && isNew) {
            judge(tx, failure, failure, counts);
            counts.write(tx);
        }
        return isNew;
    }

    private StoredFailure opened(Tx tx, Map<UUID, StoredFailure> locked, StoredJob job, CountChanges counts)
            throws SQLException {
        StoredFailure known = locked.get(job.id());
        if (known != null) {
            return known;
        }
        StoredFailure fresh = StoredFailure.of(job);
        failures.open(tx, fresh, counts);
        return fresh;
    }

    /** Computes the current verdict from the ledger alone, so that nothing depends on what came when. */
    private void judge(Tx tx, StoredFailure before, StoredFailure now, CountChanges counts) throws SQLException {
        Optional<Entry> byRule = byRule(tx, now);
        String fingerprint = byRule.map(Entry::fingerprint).orElse(null);
        String outcome = byRule.map(Entry::outcome).orElse(Current.PENDING.outcome());
        failures.announce(tx, now, fingerprint, outcome);
        History.Says says = history.of(tx, now, byRule);
        Long cause = fingerprint == null ? null : causes.idOf(tx, fingerprint);
        Current current = Current.of(byRule, says.entry(), ledger.byPerson(tx, now.id()), cause);
        failures.save(tx, before, now.judged(current, outcome, says.pass()), counts);
    }

    private Optional<Entry> byRule(Tx tx, StoredFailure failure) throws SQLException {
        return failure.log().fetch() == 0 ? Optional.empty() : ledger.byRule(tx, failure.id(), failure.log());
    }

    private void finish(Tx tx, Jobs.Written written, FinishedJob report, CountChanges counts) throws SQLException {
        counts.write(tx);
        repositories.name(tx, written.now().repositoryId(), report);
    }
}
