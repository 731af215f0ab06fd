package whybroke.api.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import whybroke.api.job.Ids;
import whybroke.api.work.Text;
import whybroke.api.work.Tx;
import whybroke.classifier.Verdict;
import whybroke.rules.Label;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Outcome;

/**
 * Everything anybody ever said about a failure. Rows are appended and never change, with one exception that keeps the
 * order of arrival out: the same machine's verdict said twice bears the earlier time.
 */
@ApplicationScoped
class Ledger {
    private static final int EVIDENCE = 500;
    private static final int TEMPLATE = 2_000;
    private static final int REASON = 2_000;
    private static final int EVENT = 200;

    /** @param judge {@code rule} or {@code shadow} */
    void machine(Tx tx, String judge, Verdict.ByRule verdict) throws SQLException {
        Decision decision = verdict.decision();
        Optional<Hit> by = deciding(decision);
        tx.update(
                MACHINE,
                Ids.of(verdict.failure()),
                judge,
                verdict.library().hex(),
                verdict.engine(),
                verdict.logHash(),
                verdict.factsHash(),
                outcome(decision),
                by.map(hit -> hit.label().word()).orElse(null),
                by.map(hit -> hit.blame().word()).orElse(null),
                by.map(hit -> hit.rule().path()).orElse(null),
                by.map(Hit::version).orElse(null),
                by.map(hit -> hit.tier().word()).orElse(null),
                confidence(decision),
                by.map(Hit::rawLine).orElse(null),
                by.map(hit -> Text.most(EVIDENCE, hit.text())).orElse(null),
                Text.json(by.map(Hit::captures).orElse(Map.of())),
                decision.fingerprint() == null ? null : decision.fingerprint().hash(),
                Text.most(TEMPLATE, decision.template()),
                Text.json(candidates(decision)),
                Text.json(decision.hits()),
                decision.hitCount(),
                verdict.failed().fetch(),
                verdict.at());
    }

    /** @return false when it was there already */
    boolean person(Tx tx, Verdict.ByPerson said) throws SQLException {
        if (said.event() == null || said.event().length() > EVENT) {
            throw new IllegalArgumentException("a person's verdict needs an event of at most " + EVENT + " characters");
        }
        return tx.update(
                        "insert into verdict (failure_id, judge, event, outcome, label, blame, person, reason, at)"
                                + " values (?, 'person', ?, 'labelled', ?, ?, ?, ?, ?) on conflict do nothing",
                        Ids.of(said.failure()),
                        said.event(),
                        said.label().word(),
                        said.label().usualBlame().word(),
                        Text.most(Text.NAME, said.person()),
                        Text.most(REASON, said.reason()),
                        said.at())
                > 0;
    }

    /** @param outcome {@code labelled}, or {@code withdrawn} when it no longer holds */
    Entry history(Tx tx, UUID failure, UUID passed, String outcome, Instant at) throws SQLException {
        boolean says = outcome.equals(Entry.LABELLED);
        tx.update(
                "insert into verdict (failure_id, judge, event, outcome, label, blame, at) select ?, 'history',"
                        + " ? || '/' || count(*), ?, ?, ?, ? from verdict where failure_id = ? and judge = 'history'",
                failure,
                passed.toString(),
                outcome,
                says ? Label.FLAKY_TEST.word() : null,
                says ? Label.FLAKY_TEST.usualBlame().word() : null,
                at,
                failure);
        return lastHistory(tx, failure).orElseThrow(() -> new SQLException("history of " + failure + " vanished"));
    }

    /** The latest of the rules' verdicts on the log and the facts that stand. */
    Optional<Entry> byRule(Tx tx, UUID failure, LogFact log) throws SQLException {
        return tx.find(
                SELECT + " and judge = 'rule' and log_hash = ? and facts_hash = ?"
                        + " order by at desc, library desc, engine desc limit 1",
                Ledger::read,
                failure,
                log.logHash(),
                log.factsHash());
    }

    Optional<Entry> byPerson(Tx tx, UUID failure) throws SQLException {
        return tx.find(
                SELECT + " and judge = 'person' order by at desc, event collate \"C\" desc limit 1",
                Ledger::read,
                failure);
    }

    Optional<Entry> lastHistory(Tx tx, UUID failure) throws SQLException {
        return tx.find(SELECT + " and judge = 'history' order by id desc limit 1", Ledger::read, failure);
    }

    static String outcome(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled _ -> Entry.LABELLED;
            case Outcome.Unlabelled unlabelled -> unlabelled.why().word();
        };
    }

    static Optional<Hit> deciding(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled -> Optional.of(labelled.by());
            case Outcome.Unlabelled _ -> Optional.empty();
        };
    }

    private static Double confidence(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled -> labelled.confidence();
            case Outcome.Unlabelled _ -> null;
        };
    }

    private static List<Hit> candidates(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled _ -> List.of();
            case Outcome.Unlabelled unlabelled -> unlabelled.candidates();
        };
    }

    private static final String MACHINE = "insert into verdict as v (failure_id, judge, library, engine, log_hash,"
            + " facts_hash, outcome, label, blame, rule, rule_version, tier, confidence, raw_line, evidence, captures,"
            + " fingerprint, template, candidates, hits, hit_count, fetches, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)"
            + " on conflict (failure_id, judge, library, engine, log_hash, facts_hash)"
            + " where judge in ('rule', 'shadow') do update set at = least(v.at, excluded.at),"
            + " fetches = least(v.fetches, excluded.fetches)"
            + " where v.at > excluded.at or v.fetches > excluded.fetches";

    private static final String SELECT = "select id, judge, event, library, outcome, label, blame, rule,"
            + " rule_version, tier, confidence, raw_line, evidence, fingerprint, at from verdict where failure_id = ?";

    private static Entry read(ResultSet row) throws SQLException {
        String library = row.getString("library");
        String event = row.getString("event");
        boolean isHistory = "history".equals(row.getString("judge"));
        return new Entry(
                row.getLong("id"),
                library == null ? null : new LibraryHash(library),
                row.getString("outcome"),
                row.getString("label"),
                row.getString("blame"),
                row.getString("rule"),
                row.getObject("rule_version", Integer.class),
                row.getString("tier"),
                row.getObject("confidence", Double.class),
                row.getObject("raw_line", Integer.class),
                row.getString("evidence"),
                row.getString("fingerprint"),
                isHistory ? UUID.fromString(event.substring(0, event.indexOf('/'))) : null,
                Tx.instant(row, "at"));
    }
}
