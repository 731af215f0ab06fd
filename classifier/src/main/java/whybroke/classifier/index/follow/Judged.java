package whybroke.classifier.index.follow;

import whybroke.classifier.Verdict;
import whybroke.classifier.index.IndexedFailure;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Outcome;

/** A failure as a rule's verdict alone tells it. */
final class Judged {
    private Judged() {}

    static IndexedFailure of(Verdict.ByRule verdict) {
        FailedJob failed = verdict.failed();
        FinishedJob job = failed.job();
        Hit by = deciding(verdict.decision().outcome());
        return new IndexedFailure(
                failed.id(),
                failed.fetch(),
                job.provider(),
                job.repository().name(),
                job.run() == null ? null : job.run().pipeline(),
                job.job().name(),
                job.branch(),
                job.finished() == null ? verdict.at() : job.finished(),
                by == null ? null : by.label().word(),
                by == null ? null : "rule",
                by == null ? null : by.rule().path(),
                fingerprint(verdict.decision()),
                by == null ? null : by.text(),
                failed.log() == null ? null : failed.log().text());
    }

    /** Null when nothing decided. */
    private static Hit deciding(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Labelled labelled -> labelled.by();
            case Outcome.Unlabelled unlabelled -> null;
        };
    }

    private static String fingerprint(Decision decision) {
        return decision.fingerprint() == null ? null : decision.fingerprint().hash();
    }
}
