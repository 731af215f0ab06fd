package whybroke.api.failure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import whybroke.api.store.Row;
import whybroke.ingest.FailureId;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.library.Rule;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.Tier;

/**
 * Everything that is known of one failure.
 *
 * @param facts of the job
 * @param verdict the current one: person over history over rule; null while nothing was judged
 * @param logBecause why there is no log, or not all of it; null when there is nothing to say
 * @param excerpt the deciding line in its surroundings, else the end of the tail; empty without a log
 * @param remedy what to do, null when no rule decided
 * @param seen how often this cause was seen before, by what the viewer may see
 * @param history the latest 20 runs of the same job, newest first
 * @param attempts of this job in this run, first attempt first
 * @param otherHits what rules knew besides, each with why it did not decide
 * @param ledger every verdict ever given, newest first
 */
public record FailureDetail(
        @JsonUnwrapped FailureSummary summary,
        Facts facts,
        Current verdict,
        String logBecause,
        Excerpt excerpt,
        Remedy remedy,
        SeenBefore seen,
        List<JobRun> history,
        List<JobRun> attempts,
        List<Hit> otherHits,
        List<LedgerEntry> ledger) {

    /** Axes aside, what the provider said. Anything may be null but {@code finished} and {@code outcome}. */
    public record Facts(
            String connection,
            String provider,
            String host,
            String runId,
            String runNumber,
            int runAttempt,
            String runUrl,
            String event,
            String changeRequest,
            String actor,
            JobOutcome outcome,
            String reason,
            Integer exitCode,
            String signal,
            String runner,
            String runnerGroup,
            Instant queued,
            Instant started,
            Instant finished,
            List<StepFact> steps) {}

    /**
     * @param summary the deciding rule's sentence, null when a person or history decided against every rule
     * @param candidates what came closest when nothing decided, best first
     * @param template the masked text that groups an unlabelled failure
     * @param library that judged, 64 hex digits
     */
    public record Current(
            String judge,
            VerdictOutcome outcome,
            Label label,
            Blame blame,
            String rule,
            Integer ruleVersion,
            String summary,
            Tier tier,
            Double confidence,
            Integer line,
            String evidence,
            Map<String, String> captures,
            String fingerprint,
            String template,
            List<Hit> candidates,
            String library,
            Integer engine,
            String person,
            String reason,
            Instant at) {
        Current withSummary(String sentence) {
            return new Current(
                    judge,
                    outcome,
                    label,
                    blame,
                    rule,
                    ruleVersion,
                    sentence,
                    tier,
                    confidence,
                    line,
                    evidence,
                    captures,
                    fingerprint,
                    template,
                    candidates,
                    library,
                    engine,
                    person,
                    reason,
                    at);
        }
    }

    /** @param markdown the rule's remedy, foreign text: escape it */
    public record Remedy(String rule, String markdown, String retry, String owner) {
        public static Remedy of(Rule rule) {
            String retry = rule.retry().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Remedy(rule.id().path(), rule.remedy(), retry, rule.owner());
        }
    }

    /**
     * @param before failures of the same cause that finished earlier than this one
     * @param repositories in which, this one included
     * @param first finish time of the first ever, this one included
     * @param last finish time of the latest other one, null when this is the only one
     * @param days failures of the cause a day, 14 days up to today in the reporting zone, oldest first
     */
    public record SeenBefore(long before, long repositories, Instant first, Instant last, List<Day> days) {}

    public record Day(LocalDate day, long failures) {
        public static Day read(Row row) throws SQLException {
            return new Day(row.day("day"), row.count("n"));
        }

        /** Every day asked for, those without a failure too. */
        public static List<Day> each(List<LocalDate> days, List<Day> counted) {
            Map<LocalDate, Long> known = counted.stream().collect(Collectors.toMap(Day::day, Day::failures));
            return days.stream()
                    .map(day -> new Day(day, known.getOrDefault(day, 0L)))
                    .toList();
        }
    }

    /** @param label current, null when it passed or has none */
    public record JobRun(
            FailureId id,
            JobOutcome outcome,
            Label label,
            String run,
            int attempt,
            String branch,
            String commit,
            String url,
            Instant finished,
            boolean thisOne) {}
}
