package whybroke.classifier;

import java.util.List;
import whybroke.ingest.stream.RecordSize;
import whybroke.ingest.stream.Wire;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Outcome;

/**
 * A rule's verdict as bytes that fit on {@code whybroke.verdicts}. The failure in it did fit on its own topic, so what
 * is given up for room are hits that did not decide; how many there were stays known.
 */
final class VerdictRecord {
    private VerdictRecord() {}

    static byte[] of(Verdict.ByRule verdict) {
        byte[] whole = Wire.write(verdict);
        return RecordSize.fits(whole) ? whole : Wire.write(withoutLosers(verdict));
    }

    static Verdict.ByRule withoutLosers(Verdict.ByRule verdict) {
        Decision decision = verdict.decision();
        Decision brief = new Decision(
                decision.outcome(),
                deciding(decision.outcome()),
                decision.hitCount(),
                decision.fingerprint(),
                decision.template());
        return new Verdict.ByRule(
                verdict.failed(),
                verdict.library(),
                verdict.engine(),
                verdict.logHash(),
                verdict.factsHash(),
                brief,
                verdict.shadow(),
                verdict.at());
    }

    private static List<Hit> deciding(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Labelled labelled -> List.of(labelled.by());
            case Outcome.Unlabelled unlabelled -> List.of();
        };
    }
}
