package whybroke.api.cause;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import whybroke.api.job.Rank;
import whybroke.api.work.Text;
import whybroke.classifier.Verdict;
import whybroke.rules.Fingerprint;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.Outcome;

/**
 * One failure that shows a cause.
 *
 * @param label null for an unlabelled template, as {@code rule}
 * @param repository where the cause is at home, null when it is everybody's
 * @param template null for a labelled one
 */
public record Sighting(
        Fingerprint fingerprint,
        UUID failure,
        Instant finished,
        String title,
        String label,
        String rule,
        Long repository,
        Map<String, String> captures,
        String template) {
    private static final int TITLE = 160;
    private static final int TEMPLATE = 2_000;

    /** Decides between two things said of one failure. */
    String rank() {
        return String.join("\n", title, label, rule, template, new TreeMap<>(captures).toString());
    }

    /** @param home the repository whose matter it is, null when it is everybody's */
    public static Sighting of(Verdict.ByRule verdict, UUID failure, Long home) {
        Decision decision = verdict.decision();
        Instant finished = Rank.finished(verdict.failed().job());
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled -> byRule(decision.fingerprint(), failure, finished, home, labelled.by());
            case Outcome.Unlabelled _ ->
                new Sighting(
                        decision.fingerprint(),
                        failure,
                        finished,
                        title(decision.template()),
                        null,
                        null,
                        null,
                        Map.of(),
                        Text.clean(TEMPLATE, decision.template()));
        };
    }

    private static Sighting byRule(Fingerprint fingerprint, UUID failure, Instant finished, Long home, Hit by) {
        return new Sighting(
                fingerprint,
                failure,
                finished,
                title(by.text()),
                by.label().word(),
                by.rule().path(),
                home,
                by.captures(),
                null);
    }

    private static String title(String text) {
        return Text.clean(TITLE, text.strip().lines().findFirst().orElse(""));
    }
}
