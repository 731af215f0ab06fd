package whybroke.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whybroke.rules.RuleId;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.library.Sample;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Decision;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.Matcher;
import whybroke.rules.match.Outcome;
import whybroke.rules.match.Phase;
import whybroke.rules.match.StepFact;
import whybroke.rules.match.StepResult;

class DemoPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant END = NOW.plusSeconds(300);
    private static final RuleLibrary LIBRARY = RuleLibrary.shipped();
    private static final List<Sample> SAMPLES = RuleLibrary.shippedSamples();

    @Test
    void plan_holdsSomeHundredFailuresAmongGreenJobs_overThreeMonths() {
        List<DemoJob> jobs = plan(1).until(NOW);

        long failed = jobs.stream().filter(job -> !job.isGreen()).count();
        assertThat(failed).isBetween(350L, 650L);
        assertThat(jobs.size() - failed).isBetween(3 * failed, 4 * failed);
        assertThat(jobs.getFirst().finished()).isBefore(NOW.minus(Duration.ofDays(88)));
        assertThat(jobs.getLast().finished())
                .isAfter(NOW.minus(Duration.ofHours(12)))
                .isBeforeOrEqualTo(NOW);
        assertThat(jobs).extracting(DemoJob::id).doesNotHaveDuplicates();
    }

    @Test
    void sameSeed_sameJobs_andADayLaterOnlyADayMore() {
        List<DemoJob> today = plan(1).until(NOW);
        List<DemoJob> tomorrow = plan(1).until(NOW.plus(Duration.ofDays(1)));

        Map<Long, DemoJob> known = today.stream().collect(Collectors.toMap(DemoJob::id, job -> job));
        assertThat(plan(1).until(NOW))
                .extracting(DemoJob::commit)
                .isEqualTo(today.stream().map(DemoJob::commit).toList());
        assertThat(tomorrow.stream().filter(job -> known.containsKey(job.id())))
                .hasSizeGreaterThan(today.size() * 9 / 10)
                .allSatisfy(job ->
                        assertThat(job.finished()).isEqualTo(known.get(job.id()).finished()));
        assertThat(plan(2).until(NOW))
                .extracting(DemoJob::commit)
                .isNotEqualTo(today.stream().map(DemoJob::commit).toList());
    }

    @Test
    void failuresThatPassWhenRunAgain_areTheSameRunAndCommit() {
        Map<Long, List<DemoJob>> runs = plan(1).until(NOW).stream().collect(Collectors.groupingBy(DemoJob::runId));

        assertThat(runs.values().stream().filter(run -> run.size() > 1))
                .isNotEmpty()
                .allSatisfy(run -> {
                    assertThat(run).extracting(DemoJob::attempt).containsExactly(1, 2);
                    assertThat(run)
                            .extracting(DemoJob::commit)
                            .containsOnly(run.getFirst().commit());
                    assertThat(run).extracting(DemoJob::conclusion).last().isEqualTo("success");
                });
    }

    @Test
    void everyRuleOfTheLibrary_hasItsFailures() {
        Set<RuleId> rules = DemoMishaps.of(LIBRARY, SAMPLES, 1).known().stream()
                .map(mishap -> mishap.sample().rule())
                .collect(Collectors.toSet());

        assertThat(rules).hasSizeGreaterThan(LIBRARY.rules().size() * 9 / 10);
    }

    @Test
    void eachWeek_aFewThingsGoWrongMuchMoreThanUsual() {
        DemoMishaps mishaps = DemoMishaps.of(LIBRARY, SAMPLES, 1);
        LocalDate monday = LocalDate.parse("2026-11-16");

        for (int week = 0; week < 12; week++) {
            SplittableRandom random = new SplittableRandom(week);
            LocalDate day = monday.minusWeeks(week);
            Map<String, Long> counts = Stream.generate(() -> mishaps.on(day, random))
                    .limit(500)
                    .filter(DemoMishap.Known.class::isInstance)
                    .map(mishap -> ((DemoMishap.Known) mishap).sample().rule().path())
                    .collect(Collectors.groupingBy(rule -> rule, Collectors.counting()));

            long most =
                    counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            assertThat(most)
                    .as("week %d", week)
                    .isGreaterThan(5 * 500 / LIBRARY.rules().size());
        }
    }

    @Test
    void logAsTheStubServesIt_isJudgedAsTheSampleItself() {
        Matcher matcher = Matcher.of(LIBRARY);

        assertThat(DemoMishaps.of(LIBRARY, SAMPLES, 1).known()).allSatisfy(mishap -> {
            Sample sample = mishap.sample();
            assertThat(said(matcher.match(facts(mishap), served(sample))))
                    .as("%s/%s", sample.rule(), sample.name())
                    .isEqualTo(said(matcher.match(sample.facts(), sample.lines())));
        });
    }

    @Test
    void logAsTheStubServesIt_isFromTheTimeOfItsJob() {
        assertThat(DemoMishaps.of(LIBRARY, SAMPLES, 1).known())
                .allSatisfy(mishap -> assertThat(new String(DemoLog.of(mishap.sample(), NOW, END), UTF_8))
                        .containsPattern("^\\uFEFF?2026-11-20T12:00:00.0000000Z "));
    }

    private static String said(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled -> labelled.by().rule().path();
            case Outcome.Unlabelled unlabelled -> unlabelled.why().word();
        };
    }

    /** As they are known of the job, with its steps. */
    private static JobFacts facts(DemoMishap.Known mishap) {
        JobFacts known = mishap.sample().facts();
        List<StepFact> steps = mishap.steps(NOW, END).stream()
                .map(step -> new StepFact(
                        step.number(),
                        step.name(),
                        Phase.OTHER,
                        step.conclusion().equals("success") ? StepResult.PASSED : StepResult.FAILED,
                        false,
                        step.started(),
                        step.finished()))
                .toList();
        return new JobFacts(
                known.provider(),
                known.repository(),
                known.branch(),
                known.job(),
                known.outcome(),
                known.providerReason(),
                known.exitCode(),
                known.signal(),
                known.runner(),
                steps);
    }

    private static LogLines served(Sample sample) throws IOException {
        return LogLines.of(new ByteArrayInputStream(DemoLog.of(sample, NOW, END)));
    }

    private static DemoPlan plan(long seed) {
        return new DemoPlan(LIBRARY, SAMPLES, seed);
    }
}
