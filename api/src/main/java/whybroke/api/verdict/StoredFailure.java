package whybroke.api.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import whybroke.api.job.StoredJob;
import whybroke.api.trend.CountChanges;
import whybroke.api.trend.CountChanges.FailureKey;

/**
 * A failure's row.
 *
 * @param jobKey as the job's
 * @param tailMonth partition of its tail, null when there is none
 * @param byRule outcome by rule alone, {@code pending} before any
 * @param unchangedPass the job that passed later on the same commit, where history may speak; else null
 * @param version one more at every change
 */
record StoredFailure(
        UUID id,
        long repositoryId,
        UUID jobKey,
        Instant finished,
        boolean mayFail,
        LogFact log,
        LocalDate tailMonth,
        Current current,
        String byRule,
        UUID unchangedPass,
        int version) {
    static StoredFailure of(StoredJob job) {
        return new StoredFailure(
                job.id(),
                job.repositoryId(),
                job.key(),
                job.finished(),
                job.mayFail(),
                LogFact.NONE,
                null,
                Current.PENDING,
                Current.PENDING.outcome(),
                null,
                1);
    }

    /** With what the job says now. */
    StoredFailure following(StoredJob job) {
        return new StoredFailure(
                id,
                job.repositoryId(),
                job.key(),
                job.finished(),
                job.mayFail(),
                log,
                tailMonth,
                current,
                byRule,
                unchangedPass,
                version);
    }

    /** With this fetch's finding, if it is the greater. */
    StoredFailure offered(LogFact fact) {
        LogFact greater = fact.compareTo(log) > 0 ? fact : log;
        return new StoredFailure(
                id,
                repositoryId,
                jobKey,
                finished,
                mayFail,
                greater,
                tailMonth,
                current,
                byRule,
                unchangedPass,
                version);
    }

    StoredFailure withTail(LocalDate month) {
        return new StoredFailure(
                id, repositoryId, jobKey, finished, mayFail, log, month, current, byRule, unchangedPass, version);
    }

    StoredFailure judged(Current now, String outcomeByRule, UUID pass) {
        return new StoredFailure(
                id, repositoryId, jobKey, finished, mayFail, log, tailMonth, now, outcomeByRule, pass, version);
    }

    FailureKey counted() {
        return new FailureKey(
                CountChanges.quarter(finished),
                repositoryId,
                mayFail,
                current.outcome(),
                current.label() == null ? "" : current.label(),
                current.blame() == null ? "" : current.blame(),
                log.state().word(),
                current.cause() == null ? 0 : current.cause());
    }
}
