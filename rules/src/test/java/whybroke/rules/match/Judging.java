package whybroke.rules.match;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import whybroke.rules.library.Confidence;
import whybroke.rules.library.Rule;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.log.LogLines;

/** Small libraries and logs, written where they are used. */
public final class Judging {
    private final List<Rule> rules = new ArrayList<>();
    private Confidence confidence = Confidence.NONE;
    private JobFacts facts = JobFacts.NONE;

    /** A library with one rule: {@code tool/slug label}, then the rest of its YAML; active and of tier cause unless said. */
    public static Judging rule(String head, String yaml) {
        return new Judging().and(head, yaml);
    }

    public Judging and(String head, String yaml) {
        rules.add(parse(head, yaml));
        return this;
    }

    public static Rule parse(String head, String yaml) {
        String[] words = head.split(" ", -1);
        String status = yaml.contains("status:") ? "" : "status: active\n";
        return Rule.parse(
                words[0],
                "id: %s\nversion: 1\nlabel: %s\nsummary: for a test\nproof: a test\n%s%s"
                        .formatted(words[0], words[1], status, yaml),
                "Mend it.");
    }

    public Judging measured(Confidence measured) {
        confidence = measured;
        return this;
    }

    public Judging given(JobFacts known) {
        facts = known;
        return this;
    }

    public RuleLibrary library() {
        return RuleLibrary.of("test", rules, confidence);
    }

    public Decision judge(String log) {
        return Matcher.of(library()).match(facts, lines(log));
    }

    /** {@code tool/slug} of the deciding rule and its raw line, else why there is none. */
    public String verdict(String log) {
        return words(judge(log));
    }

    public static String words(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled ->
                labelled.by().rule() + " " + labelled.by().label().word() + " @"
                        + labelled.by().rawLine();
            case Outcome.Unlabelled unlabelled -> unlabelled.why().word();
        };
    }

    /** Why the first hit of a rule did not decide; {@code decides} when it did, {@code no hit} when it has none. */
    public String lost(String rule, String log) {
        return judge(log).hits().stream()
                .filter(hit -> hit.rule().path().equals(rule))
                .findFirst()
                .map(hit -> hit.lost() == null ? "decides" : hit.lost())
                .orElse("no hit");
    }

    public static LogLines lines(String log) {
        try {
            return LogLines.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** Facts of a failed job on GitHub with these steps. */
    public static JobFacts steps(StepFact... steps) {
        return new JobFacts(
                "github", "acme/shop", "main", "build", JobOutcome.FAILED, null, null, null, null, List.of(steps));
    }
}
