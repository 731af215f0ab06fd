package whybroke.rules.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Explained;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Matcher;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Tier;

/** Judges samples with the whole library loaded; the sample's own rule takes part as if it were active. */
public final class SampleCheck {
    private final RuleLibrary library;
    private final Matcher all;

    public SampleCheck(RuleLibrary library) {
        this.library = library;
        this.all = Matcher.of(library);
    }

    /** What the library says of a sample, and on which part of which line. */
    public Explained judge(Sample sample) {
        return judge(sample, sample.lines());
    }

    /** What is wrong, in a sentence; empty when the sample holds. */
    public Optional<Finding> check(Sample sample) {
        LogLines lines = sample.lines();
        Explained explained = judge(sample, lines);
        Hit winner = winner(explained);
        boolean won = winner != null && winner.rule().equals(sample.rule());
        String wrong = null;
        if (sample.mustMiss()) {
            wrong = won
                    ? "must not be won by this rule, but is, on line " + winner.rawLine() + ": " + winner.text()
                    : null;
        } else if (!sample.mustHit()) {
            wrong = "must be named hit-*.log or miss-*.log";
        } else if (!won) {
            wrong = "must be won by this rule, but " + instead(explained, sample);
        } else {
            wrong = misplaced(sample, explained, winner, lines);
        }
        return Optional.ofNullable(wrong).map(text -> new Finding(sample.rule() + "/samples/" + sample.name(), text));
    }

    /** The deciding hit; for a wrapper that may not label, the first candidate. */
    public static Hit winner(Explained explained) {
        return switch (explained.decision().outcome()) {
            case Outcome.Labelled labelled -> labelled.by();
            case Outcome.Unlabelled unlabelled ->
                unlabelled.candidates().stream()
                        .findFirst()
                        .filter(hit -> hit.tier() == Tier.WRAPPER)
                        .orElse(null);
        };
    }

    private Explained judge(Sample sample, LogLines lines) {
        return matcher(sample).explain(sample.facts(), lines);
    }

    private Matcher matcher(Sample sample) {
        Rule rule = library.rule(sample.rule()).orElseThrow();
        if (rule.status() == Rule.Status.ACTIVE) {
            return all;
        }
        List<Rule> rules = new ArrayList<>(library.rules());
        rules.replaceAll(other -> other.id().equals(rule.id()) ? rule.with(Rule.Status.ACTIVE) : other);
        return Matcher.of(RuleLibrary.of(library.version(), rules, library.confidence()));
    }

    private static String misplaced(Sample sample, Explained explained, Hit winner, LogLines lines) {
        if (winner.line() < 0) {
            return sample.line() == 0 ? null : "marks line " + sample.line() + ", but a fact decides: " + winner.text();
        } else if (sample.line() == 0) {
            return "marks no line; the rule wins on line " + winner.rawLine() + "; run: whybroke rules bless";
        } else if (sample.line() != winner.rawLine()) {
            return "marks line " + sample.line() + ", but the rule wins on line " + winner.rawLine() + ": "
                    + winner.text();
        } else if (explained.start() >= 0) {
            String span = lines.line(winner.line()).substring(explained.start(), explained.end());
            return span.stripTrailing().equals(sample.span().stripTrailing())
                    ? null
                    : "marks '" + sample.span() + "' on line " + sample.line() + ", but the pattern matches '" + span
                            + "'";
        }
        return null;
    }

    private static String instead(Explained explained, Sample sample) {
        String own = explained.decision().hits().stream()
                .filter(hit -> hit.rule().equals(sample.rule()))
                .map(hit -> "; its own hit on line " + hit.rawLine() + " lost: " + hit.lost())
                .findFirst()
                .orElse("; it has no hit of its own");
        return switch (explained.decision().outcome()) {
            case Outcome.Labelled labelled ->
                labelled.by().rule() + " wins on line " + labelled.by().rawLine() + ": "
                        + labelled.by().text() + own;
            case Outcome.Unlabelled unlabelled ->
                "the answer is " + unlabelled.why().word() + own;
        };
    }
}
