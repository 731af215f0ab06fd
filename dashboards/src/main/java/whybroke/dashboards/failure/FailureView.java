package whybroke.dashboards.failure;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.List;
import whybroke.api.failure.Excerpt;
import whybroke.api.failure.FailureDetail;
import whybroke.api.failure.FailureSummary;
import whybroke.api.failure.VerdictOutcome;
import whybroke.api.search.SearchPage;
import whybroke.dashboards.chart.Bars;
import whybroke.dashboards.text.When;
import whybroke.rules.Label;
import whybroke.rules.match.Hit;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

/**
 * One failure, in the order of its page.
 *
 * @param answer the largest text
 * @param remedy what to do, null when no rule decided
 * @param whose who must act, and by which reasoning
 * @param sure how sure the answer is
 * @param older the library that judged when it is not today's, null otherwise
 * @param choices labels to choose from when the rules could not
 * @param log lines, no parts without a log
 * @param seen figures of the cause, null when nothing groups it
 * @param runs history of the same job, oldest first
 */
public record FailureView(
        FailureDetail failure,
        Answer answer,
        When finished,
        When judged,
        String took,
        RawString remedy,
        Whose whose,
        Sure sure,
        String older,
        List<Choice> choices,
        LogView log,
        List<Other> others,
        Seen seen,
        List<Run> runs,
        String runsWords,
        List<Run> attempts,
        List<Change> changes,
        List<SearchPage.Hit> similar) {
    public record Whose(String who, String why) {}

    public record Sure(String words, String why) {}

    public record Choice(Label label, String evidence, Hit hit) {}

    public record Other(Hit hit, String why) {}

    public record Seen(String before, String where, When first, When last, Bars spark) {}

    /** @param url page of ours for a failure, of the provider for the others, null for none */
    public record Run(String label, String words, String url, boolean thisOne, When finished) {}

    public record Change(When at, String who, String label, String detail) {}

    /** A step in words. */
    public record Step(int number, String name, String phase, String result) {}

    public List<Step> steps() {
        return failure.facts().steps().stream()
                .map(step ->
                        new Step(step.number(), step.name(), Words.lower(step.phase()), Words.lower(step.result())))
                .toList();
    }

    /** A label as the correction offers it. */
    public record Offer(String word, String meaning) {}

    public FailureSummary summary() {
        return failure.summary();
    }

    public String jobUrl() {
        return Links.web(summary().url());
    }

    public String runUrl() {
        return Links.web(failure.facts().runUrl());
    }

    public String shortCommit() {
        String commit = summary().commit();
        return commit.substring(0, Math.min(7, commit.length()));
    }

    /** What is no failure, and what nobody has looked at yet, has nothing to correct. */
    public boolean correctable() {
        return failure.facts().outcome().isFailure() && summary().outcome() != VerdictOutcome.PENDING;
    }

    public List<Offer> offers() {
        return Arrays.stream(Label.values())
                .map(label -> new Offer(label.word(), Words.meaning(label)))
                .toList();
    }

    /** What decided when it was no line, null otherwise. */
    public String fact() {
        return summary().line() == null ? summary().evidence() : null;
    }

    public String evidenceTitle() {
        return summary().line() == null ? "The end of its log" : "The line that decided";
    }

    /** Name of the first step that failed, null when the provider names none. */
    public String step() {
        return failure.facts().steps().stream()
                .filter(step -> step.result() == StepResult.FAILED || step.result() == StepResult.TIMED_OUT)
                .map(StepFact::name)
                .findFirst()
                .orElse(null);
    }

    public String keptWords() {
        Excerpt excerpt = failure.excerpt();
        String kept = excerpt.keptLines() == excerpt.rawLines()
                ? Words.count(excerpt.rawLines(), "line", "lines")
                : Words.number(excerpt.keptLines()) + " of " + Words.count(excerpt.rawLines(), "line", "lines")
                        + " kept";
        return excerpt.redactions() == 0
                ? kept
                : kept + ", " + Words.count(excerpt.redactions(), "secret", "secrets") + " taken out";
    }

    /** Query and fragment that lead to the deciding line in the whole log. */
    public String anchor() {
        Integer line = summary().line();
        return line == null ? "" : "?line=" + line + "#L" + line;
    }

    public String libraryWords() {
        String library = failure.verdict() == null ? null : failure.verdict().library();
        return library == null ? null : library.substring(0, Math.min(8, library.length()));
    }

    /** True when the rule named in the verdict says the same as the verdict. */
    public boolean ruleAgrees() {
        return Standing.ruleAgrees(failure);
    }

    public String retryWords() {
        return Words.retry(failure.remedy().retry());
    }
}
