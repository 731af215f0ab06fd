package whybroke.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All jobs of one day, the same whenever it is asked: what was sent yesterday is sent again with the same identities, so
 * that a second demonstration on the same data adds a day and changes nothing.
 */
final class DemoDay {
    private static final int GREEN_PER_FAILURE = 3;
    private static final int WORK_STARTS_HOUR = 6;
    private static final int WORKING_SECONDS = 13 * 3_600;
    private static final List<String> ACTORS =
            List.of("amara", "bjorn", "chen", "divya", "elif", "farid", "greta", "renovate[bot]");
    private static final List<String> TOPICS =
            List.of("checkout", "login", "prices", "retries", "search", "timeouts", "upgrade", "vouchers");

    private final LocalDate day;
    private final RandomGenerator random;
    private final DemoMishaps mishaps;
    private final List<DemoJob> jobs = new ArrayList<>();
    private int runs;

    DemoDay(LocalDate day, RandomGenerator random, DemoMishaps mishaps) {
        this.day = day;
        this.random = random;
        this.mishaps = mishaps;
    }

    List<DemoJob> jobs() {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int failures = weekend ? random.nextInt(1, 4) : random.nextInt(4, 9);
        for (int i = 0; i < failures; i++) {
            failure();
            for (int j = 0; j < GREEN_PER_FAILURE; j++) {
                green();
            }
        }
        return jobs;
    }

    private void failure() {
        DemoMishap mishap = mishaps.on(day, random);
        DemoProject project = pick(DemoProject.with(mishap.tool()));
        Run run = run(project);
        DemoJob failed = run.job(1, mishap.work(), mishap.conclusion(), minutes(2, 25), mishap);
        jobs.add(failed);
        if (random.nextDouble() < mishap.passesOnRerun()) {
            Instant again = failed.finished().plus(minutes(3, 40));
            jobs.add(new Run(project, run.id, run.branch, run.commit, run.actor, again)
                    .job(2, mishap.work(), "success", minutes(2, 12), null));
        }
    }

    private void green() {
        List<DemoProject> projects = DemoProject.with(pick(List.of("maven", "npm", "go", "pip", "rust", "gcc")));
        DemoProject project = pick(projects);
        jobs.add(run(project).job(1, pick(project.everyday()), "success", minutes(2, 20), null));
    }

    private Run run(DemoProject project) {
        long id = day.toEpochDay() * 1_000 + ++runs;
        Instant at = day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofHours(WORK_STARTS_HOUR))
                .plusSeconds(random.nextInt(WORKING_SECONDS));
        return new Run(
                project,
                id,
                branch(),
                "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt()),
                pick(ACTORS),
                at);
    }

    private String branch() {
        double kind = random.nextDouble();
        if (kind < 0.5) {
            return "main";
        }
        return kind < 0.6 ? "release/2.4" : (kind < 0.8 ? "feature/" : "fix/") + pick(TOPICS);
    }

    private Duration minutes(int from, int to) {
        return Duration.ofSeconds(random.nextInt(from * 60, to * 60));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A run of a workflow, from which jobs come. */
    private record Run(DemoProject project, long id, String branch, String commit, String actor, Instant created) {
        DemoJob job(int attempt, DemoProject.Work work, String conclusion, Duration took, DemoMishap mishap) {
            Instant started = created.plusSeconds(8 + id % 50);
            Instant finished = started.plus(took);
            return new DemoJob(
                    project.name(),
                    project.id(),
                    "ci",
                    work.job(),
                    branch,
                    commit,
                    actor,
                    id,
                    attempt,
                    id * 10 + attempt,
                    conclusion,
                    created,
                    started,
                    finished,
                    mishap == null ? DemoSteps.passed(work, started, finished) : mishap.steps(started, finished),
                    mishap == null ? List.of() : mishap.log(started, finished));
        }
    }
}
