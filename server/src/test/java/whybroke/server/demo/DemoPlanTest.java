package whybroke.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import whybroke.rules.RuleId;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.library.Sample;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.Decision;
import whybroke.rules.match.Matcher;
import whybroke.rules.match.Outcome;

class DemoPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
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
    void oneThing_goesWrongMuchMoreInSomeWeeksThanInOthers() {
        Map<Long, Long> weeks = plan(1).until(NOW).stream()
                .filter(job -> job.name().equals("image"))
                .filter(job -> !job.isGreen())
                .collect(Collectors.groupingBy(
                        job -> job.finished().getEpochSecond()
                                / Duration.ofDays(7).toSeconds(),
                        Collectors.counting()));

        long most = weeks.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        long all = weeks.values().stream().mapToLong(Long::longValue).sum();
        assertThat(most).isGreaterThan(2 * all / weeks.size());
    }

    @Test
    void logAsTheStubServesIt_isJudgedAsTheSampleItself() {
        Matcher matcher = Matcher.of(LIBRARY);

        assertThat(DemoMishaps.of(LIBRARY, SAMPLES, 1).known()).allSatisfy(mishap -> {
            Sample sample = mishap.sample();
            assertThat(said(matcher.match(sample.facts(), served(sample))))
                    .as("%s/%s", sample.rule(), sample.name())
                    .isEqualTo(said(matcher.match(sample.facts(), sample.lines())));
        });
    }

    @Test
    void logAsTheStubServesIt_isFromTheTimeOfItsJob() {
        assertThat(DemoMishaps.of(LIBRARY, SAMPLES, 1).known())
                .allSatisfy(mishap -> assertThat(
                                new String(DemoLog.of(mishap.sample(), NOW, NOW.plusSeconds(300)), UTF_8))
                        .containsPattern("^\\uFEFF?2026-11-20T12:00:00.0000000Z "));
    }

    private static String said(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Labelled labelled -> labelled.by().rule().path();
            case Outcome.Unlabelled unlabelled -> unlabelled.why().word();
        };
    }

    private static LogLines served(Sample sample) throws IOException {
        return LogLines.of(new ByteArrayInputStream(DemoLog.of(sample, NOW, NOW.plusSeconds(300))));
    }

    private static DemoPlan plan(long seed) {
        return new DemoPlan(LIBRARY, SAMPLES, seed);
    }
}
