package whybroke.api.failure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import whybroke.api.account.Viewer;
import whybroke.api.failure.FailureDetail.Current;
import whybroke.api.failure.FailureDetail.Remedy;
import whybroke.api.rule.ActiveLibrary;
import whybroke.api.store.Queries;
import whybroke.api.store.Sql;
import whybroke.ingest.FailureId;
import whybroke.rules.library.Rule;
import whybroke.rules.match.Hit;

/** Puts a {@link FailureDetail} together; that the viewer may see the failure is already known. */
@ApplicationScoped
class Details {
    private final Queries queries;
    private final Tails tails;
    private final SeenCounts seen;
    private final ActiveLibrary library;

    Details(Queries queries, Tails tails, SeenCounts seen, ActiveLibrary library) {
        this.queries = queries;
        this.tails = tails;
        this.seen = seen;
        this.library = library;
    }

    FailureDetail of(Viewer viewer, FailureSummary summary) {
        FailureId id = summary.id();
        List<LedgerEntry> ledger = ledger(id);
        Optional<Rule> rule = library.rule(summary.rule());
        Current verdict = queries.first(VerdictRows.current(id), VerdictRows::readCurrent)
                .map(found ->
                        rule.map(known -> found.withSummary(known.summary())).orElse(found))
                .orElse(null);
        List<Hit> others = otherHits(ledger);
        return new FailureDetail(
                summary,
                queries.first(JobRows.facts(id), JobRows::readFacts).orElseThrow(),
                verdict,
                queries.first(
                                new Sql("select coalesce(log_because, '') as because from failure where id = ?", id),
                                row -> row.text("because"))
                        .filter(because -> !because.isEmpty())
                        .orElse(null),
                excerpt(summary, verdict, others),
                rule.map(Remedy::of).orElse(null),
                seen.of(viewer, summary),
                queries.list(JobRows.history(id), JobRows::readRun),
                queries.list(JobRows.attempts(id), JobRows::readRun),
                others,
                ledger);
    }

    List<LedgerEntry> ledger(FailureId id) {
        return queries.list(VerdictRows.ledger(id), VerdictRows::readEntry);
    }

    /** Of the latest judgement by rules: everything that did not decide. */
    private static List<Hit> otherHits(List<LedgerEntry> ledger) {
        return ledger.stream()
                .filter(entry -> "rule".equals(entry.judge()))
                .findFirst()
                .map(LedgerEntry::hits)
                .orElse(List.of())
                .stream()
                .filter(hit -> hit.lost() != null)
                .toList();
    }

    private Excerpt excerpt(FailureSummary summary, Current verdict, List<Hit> others) {
        if (!summary.logState().hasLines()) {
            return Excerpt.NONE;
        }
        List<String> captures = verdict == null
                ? List.of()
                : verdict.captures().values().stream().filter(Objects::nonNull).toList();
        List<Hit> shown = verdict == null
                ? others
                : Stream.concat(verdict.candidates().stream(), others.stream()).toList();
        return tails.find(summary.id())
                .map(log -> Excerpts.around(log, summary.line(), captures, shown))
                .orElse(Excerpt.NONE);
    }
}
