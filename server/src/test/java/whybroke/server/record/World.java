package whybroke.server.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import whybroke.classifier.Verdict;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.LogState;
import whybroke.rules.Blame;
import whybroke.rules.Fingerprint;
import whybroke.rules.Label;
import whybroke.rules.RuleId;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.log.LogImage;
import whybroke.rules.log.LogKind;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Hit;
import whybroke.rules.match.JobOutcome;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Tier;

/**
 * A CI system of its own, with identities, fingerprints and days that no other world has: tests need not clean up, and
 * two worlds can be compared by taking their names out.
 *
 * @param host of the CI system
 * @param day its jobs end on
 */
record World(String host, Instant day) {
    static final LibraryHash LIBRARY = new LibraryHash("a1".repeat(32));
    static final LibraryHash OTHER_LIBRARY = new LibraryHash("b2".repeat(32));

    /** On a day that hardly any other has: what fails elsewhere at that time could look like an outage. */
    static World of(String name) {
        return of(name, 200 + Math.floorMod(name.hashCode(), 700));
    }

    /** @param number sets worlds apart whose failures must not meet in time */
    static World of(String name, int number) {
        return new World(
                name + "-" + number + ".example.org",
                Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(number)));
    }

    Instant at(String time) {
        return day.plus(
                Duration.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T" + time + "Z")));
    }

    /** A job that failed at noon, in its first attempt, on commit {@code c1}. */
    Job job(String repository, String name) {
        return new Job(
                this, repository, "acme/" + repository, name, 1, "c1", JobOutcome.FAILED, false, at("12:00:00"), null);
    }

    Fingerprint fingerprint(String name) {
        return new Fingerprint("%016x".formatted((host + "/" + name).hashCode() & 0xffffffffL));
    }

    /** Builds {@link FinishedJob}s. */
    record Job(
            World world,
            String repository,
            String repositoryName,
            String name,
            int attempt,
            String commit,
            JobOutcome outcome,
            boolean mayFail,
            Instant finished,
            String runner) {
        Job ended(String time) {
            return new Job(
                    world, repository, repositoryName, name, attempt, commit, outcome, mayFail, world.at(time), runner);
        }

        Job outcome(JobOutcome other) {
            return new Job(world, repository, repositoryName, name, attempt, commit, other, mayFail, finished, runner);
        }

        Job attempt(int other) {
            return new Job(world, repository, repositoryName, name, other, commit, outcome, mayFail, finished, runner);
        }

        Job commit(String other) {
            return new Job(world, repository, repositoryName, name, attempt, other, outcome, mayFail, finished, runner);
        }

        Job allowedToFail() {
            return new Job(world, repository, repositoryName, name, attempt, commit, outcome, true, finished, runner);
        }

        Job runner(String other) {
            return new Job(world, repository, repositoryName, name, attempt, commit, outcome, mayFail, finished, other);
        }

        Job inRepositoryCalled(String other) {
            return new Job(world, repository, other, name, attempt, commit, outcome, mayFail, finished, runner);
        }

        /** The same job on the same commit in its next attempt, passed at this time. */
        Job passed(String time) {
            return attempt(attempt + 1).outcome(JobOutcome.PASSED).ended(time);
        }

        FinishedJob report() {
            return new FinishedJob(
                    "github",
                    "github",
                    world.host,
                    new FinishedJob.Repository(repository, repositoryName, false),
                    new FinishedJob.Run("run-" + repository, "7", attempt, "build", null, "push"),
                    new FinishedJob.Job(repository + "/" + name, name, attempt, "https://ci.example.org/" + name),
                    "main",
                    commit,
                    null,
                    outcome,
                    "failure",
                    null,
                    null,
                    mayFail,
                    List.of(),
                    null,
                    finished.minusSeconds(90),
                    finished,
                    runner,
                    null,
                    "ada",
                    null);
        }

        /** The first fetch found a log, and no rule knows anything in it. */
        Verdict.ByRule unlabelled(String template) {
            return verdict(1, LogState.WHOLE, "log of " + name + " " + template, nothing(template));
        }

        Verdict.ByRule labelled(Label label, String rule) {
            return labelled(1, label, rule);
        }

        Verdict.ByRule labelled(int fetch, Label label, String rule) {
            return verdict(fetch, LogState.WHOLE, "log of " + name + " " + rule, says(label, rule));
        }

        Verdict.ByRule notReady() {
            return verdict(1, LogState.NOT_READY, null, nothing(null));
        }

        Verdict.ByRule verdict(int fetch, LogState state, String text, Decision decision) {
            FailedJob failed = new FailedJob(
                    report(),
                    state,
                    text == null ? null : image(text),
                    text == null ? "not there yet" : null,
                    fetch,
                    finished.plusSeconds(5L * fetch),
                    state.isWaiting() ? Instant.now().plus(Duration.ofDays(1)) : null);
            return new Verdict.ByRule(
                    failed,
                    LIBRARY,
                    1,
                    text == null ? "none" : "%064x".formatted(text.hashCode() & 0xffffffffL),
                    "f".repeat(64),
                    decision,
                    false,
                    finished.plusSeconds(6L * fetch));
        }

        Verdict.ByPerson person(String event, String who, Label label, int seconds) {
            return new Verdict.ByPerson(
                    report().id(), world.host + event, who, label, "because", finished.plusSeconds(seconds));
        }

        private Decision nothing(String template) {
            return new Decision(
                    new Outcome.Unlabelled(template == null ? Outcome.Why.NO_EVIDENCE : Outcome.Why.NO_RULE, List.of()),
                    List.of(),
                    0,
                    template == null ? null : world.fingerprint(template),
                    template);
        }

        private Decision says(Label label, String rule) {
            Hit hit = new Hit(
                    new RuleId(rule),
                    1,
                    false,
                    label,
                    label.usualBlame(),
                    Tier.CAUSE,
                    "line",
                    3,
                    4,
                    "evidence of " + rule + " in " + name,
                    Map.of("what", name),
                    world.fingerprint(rule),
                    null);
            return new Decision(new Outcome.Labelled(hit, 0.9), List.of(hit), 1, hit.fingerprint(), null);
        }
    }

    static Verdict.ByRule by(LibraryHash library, boolean shadow, int seconds, Verdict.ByRule verdict) {
        return new Verdict.ByRule(
                verdict.failed(),
                library,
                verdict.engine(),
                verdict.logHash(),
                verdict.factsHash(),
                verdict.decision(),
                shadow,
                verdict.at().plusSeconds(seconds));
    }

    static Verdict.ByRule blaming(Blame blame, Verdict.ByRule verdict) {
        Hit by = verdict.decision().hits().getFirst();
        Hit hit = new Hit(
                by.rule(),
                by.version(),
                by.shadow(),
                by.label(),
                blame,
                by.tier(),
                by.evidence(),
                by.line(),
                by.rawLine(),
                by.text(),
                by.captures(),
                by.fingerprint(),
                null);
        Decision decision =
                new Decision(new Outcome.Labelled(hit, 0.9), new ArrayList<>(List.of(hit)), 1, hit.fingerprint(), null);
        return new Verdict.ByRule(
                verdict.failed(),
                verdict.library(),
                verdict.engine(),
                verdict.logHash(),
                verdict.factsHash(),
                decision,
                verdict.shadow(),
                verdict.at());
    }

    static LogImage image(String text) {
        return new LogImage(LogKind.TEXT, text, new int[] {0, 1}, List.of(), List.of(), text.length(), 1, 0, 1);
    }
}
