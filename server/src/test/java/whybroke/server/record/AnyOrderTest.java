package whybroke.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import whybroke.api.job.Ids;
import whybroke.api.job.RecordJob;
import whybroke.api.trend.RebuildCounts;
import whybroke.api.verdict.RecordVerdict;
import whybroke.api.work.Task;
import whybroke.classifier.Verdict;
import whybroke.ingest.FinishedJob;
import whybroke.ingest.stream.Wire;
import whybroke.rules.Blame;
import whybroke.rules.Label;
import whybroke.rules.match.JobOutcome;
import whybroke.server.Backends;

/** The same records, in any order and any number of times, by one writer or by many, end in the same tables. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AnyOrderTest {
    private static final int ROUNDS = 30;
    private static final int WRITERS = 8;

    @Inject
    RecordJob recordJob;

    @Inject
    RecordVerdict recordVerdict;

    @Inject
    RebuildCounts rebuild;

    @Inject
    AgroalDataSource source;

    @Test
    void recordsShuffledAndDuplicated_byOneWriter_endTheSame() throws Exception {
        Map<String, List<String>> inOrder = recorded(0, List.of(), 1);
        assertThat(inOrder.get("failure")).hasSizeGreaterThan(15);

        for (int seed = 1; seed <= ROUNDS; seed++) {
            assertSame(inOrder, recorded(seed, shuffled(seed), 1), "seed " + seed);
        }
    }

    @Test
    void recordsShuffledAndDuplicated_byManyWriters_endTheSame() throws Exception {
        Map<String, List<String>> inOrder = recorded(100, List.of(), 1);

        for (int seed = 101; seed <= 100 + ROUNDS; seed++) {
            assertSame(inOrder, recorded(seed, shuffled(seed), WRITERS), "seed " + seed);
        }
    }

    @Test
    void countsAfterManyWriters_areThoseOfTheFacts() throws Exception {
        for (int seed = 90; seed < 95; seed++) {
            recorded(seed, shuffled(seed), WRITERS);
        }
        Map<String, List<String>> kept = Tables.of(source, World.of("any", 94));

        rebuild.run(new Task(0, RebuildCounts.KIND, "test", "{}".getBytes(UTF_8), 1, 0), (done, total) -> {});

        Map<String, List<String>> rebuilt = Tables.of(source, World.of("any", 94));
        assertThat(rebuilt.get("failure_count")).isNotEmpty().isEqualTo(kept.get("failure_count"));
        assertThat(rebuilt.get("job_count")).isNotEmpty().isEqualTo(kept.get("job_count"));
    }

    private static void assertSame(Map<String, List<String>> expected, Map<String, List<String>> actual, String seed) {
        expected.forEach((table, rows) ->
                assertThat(actual.get(table)).as("%s, %s", table, seed).isEqualTo(rows));
    }

    /** Which record of the scenario comes when: each up to three times. */
    private static List<Integer> shuffled(int seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scenario(World.of("any", seed)).size(); i++) {
            order.addAll(Collections.nCopies(1 + random.nextInt(3), i));
        }
        Collections.shuffle(order, random);
        return order;
    }

    /** @param order empty for the scenario's own */
    private Map<String, List<String>> recorded(int number, List<Integer> order, int writers) throws Exception {
        World world = World.of("any", number);
        List<Object> records = scenario(world);
        List<byte[]> bytes = records.stream().map(Wire::write).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < (order.isEmpty() ? records.size() : order.size()); i++) {
                int index = order.isEmpty() ? i : order.get(i);
                written.add(threads.submit(() -> record(records.get(index), bytes.get(index))));
            }
            for (Future<?> one : written) {
                one.get();
            }
        }
        return withoutNames(world, Tables.of(source, world));
    }

    private void record(Object what, byte[] bytes) {
        if (what instanceof FinishedJob) {
            recordJob.record(bytes);
        } else {
            recordVerdict.record(bytes);
        }
    }

    private static Map<String, List<String>> withoutNames(World world, Map<String, List<String>> tables) {
        Map<String, String> names = new TreeMap<>();
        names.put(world.host(), "HOST");
        names.put(world.day().toString().substring(0, 10), "DAY");
        for (Object what : scenario(world)) {
            FinishedJob job = what instanceof Verdict.ByRule verdict
                    ? verdict.failed().job()
                    : what instanceof FinishedJob finished ? finished : null;
            if (job != null) {
                String name = job.job().id() + "." + job.job().attempt();
                names.put(Ids.of(job.id()).toString(), name);
                names.put(job.id().hex(), name);
                names.put(Ids.of(job.key()).toString(), "key of " + job.job().id());
            }
            if (what instanceof Verdict.ByRule verdict && verdict.decision().fingerprint() != null) {
                names.put(verdict.decision().fingerprint().hash(), "fingerprint");
            }
        }
        tables.replaceAll((table, rows) -> rows.stream()
                .map(row -> replaced(names, row).replaceAll("\"rank\": \"[^\"]*\"", ""))
                .sorted()
                .toList());
        return tables;
    }

    private static String replaced(Map<String, String> names, String row) {
        String text = row;
        for (var name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }

    /** A day of everything that may depend on what comes first. */
    private static List<Object> scenario(World world) {
        List<Object> records = new ArrayList<>();
        logThatComesLate(world, records);
        flakyTests(world, records);
        people(world, records);
        outages(world, records);
        reportsOfOneJob(world, records);
        librariesAndShadows(world, records);
        return records;
    }

    private static void logThatComesLate(World world, List<Object> records) {
        var late = world.job("shop", "late").ended("01:00:00");
        records.add(late.report());
        records.add(late.notReady());
        records.add(late.labelled(2, Label.INFRA, "net/dns"));
        records.add(late.passed("01:10:00").report());
        var waiting = world.job("shop", "waiting").ended("01:05:00");
        records.add(waiting.report());
        records.add(waiting.notReady());
        records.add(waiting.passed("01:20:00").report());
        var asked = world.job("shop", "asked-again").ended("01:06:00");
        records.add(asked.report());
        records.add(asked.unlabelled("first template"));
        records.add(asked.labelled(2, Label.DEPENDENCY, "npm/missing"));
        records.add(asked.passed("01:30:00").report());
    }

    private static void flakyTests(World world, List<Object> records) {
        var flaky = world.job("shop", "flaky").ended("03:00:00");
        records.add(flaky.report());
        records.add(flaky.unlabelled("flaky template"));
        records.add(flaky.passed("03:10:00").report());
        records.add(flaky.attempt(2).passed("03:20:00").report());
        var again = flaky.attempt(5).ended("03:15:00");
        records.add(again.report());
        records.add(again.unlabelled("flaky template"));
        var changed = world.job("shop", "changed").ended("03:30:00");
        records.add(changed.report());
        records.add(changed.unlabelled("changed template"));
        records.add(changed.passed("03:40:00").commit("c2").report());
        var allowed = world.job("shop", "allowed").allowedToFail().ended("03:45:00");
        records.add(allowed.report());
        records.add(allowed.labelled(Label.APP, "junit/failed"));
    }

    private static void people(World world, List<Object> records) {
        var judged = world.job("till", "judged").ended("05:00:00");
        records.add(judged.report());
        records.add(judged.unlabelled("till template"));
        records.add(judged.passed("05:10:00").report());
        records.add(judged.person("/1", "ada", Label.APP, 60));
        records.add(judged.person("/2", "bob", Label.INFRA, 120));
        var agreed = world.job("till", "agreed").ended("05:30:00");
        records.add(agreed.report());
        records.add(World.blaming(Blame.SHARED, agreed.labelled(Label.DEPENDENCY, "maven/missing")));
        records.add(agreed.person("/3", "ada", Label.DEPENDENCY, 60));
    }

    private static void outages(World world, List<Object> records) {
        for (String repository : List.of("one", "two", "three")) {
            var broken = world.job(repository, "outage").ended("07:0" + minute(repository) + ":00");
            records.add(broken.report());
            records.add(broken.unlabelled("outage template"));
            records.add(broken.passed("07:30:00").report());
        }
        for (int i = 0; i < 12; i++) {
            var broken = world.job("burst-" + i % 6, "burst-" + i).ended("09:00:%02d".formatted(i));
            records.add(broken.report());
            records.add(broken.unlabelled("burst template " + i));
            records.add(broken.passed("09:20:00").report());
        }
        // The third repository's log comes late and says something else: what looked like an outage was none.
        for (String repository : List.of("four", "five", "six")) {
            var broken = world.job(repository, "no-outage").ended("11:0" + minute(repository) + ":00");
            records.add(broken.report());
            records.add(broken.unlabelled("no outage template"));
            records.add(broken.passed("11:30:00").report());
        }
        records.add(world.job("six", "no-outage").ended("11:06:00").labelled(2, Label.INFRA, "disk/full"));
    }

    /** Different for each, since ties are broken by identities, which differ between worlds. */
    private static int minute(String repository) {
        return List.of("one", "two", "three", "four", "five", "six").indexOf(repository) + 1;
    }

    private static void reportsOfOneJob(World world, List<Object> records) {
        var poor = world.job("shop", "twice").ended("13:00:00");
        records.add(poor.report());
        records.add(poor.runner("runner-1").ended("13:14:59").report());
        records.add(poor.runner("runner-1").ended("13:15:01").unlabelled("twice template"));
        records.add(world.job("shop", "taken-back").ended("13:20:00").report());
        records.add(world.job("shop", "taken-back")
                .ended("13:21:00")
                .outcome(JobOutcome.PASSED)
                .report());
        records.add(world.job("shop", "cancelled")
                .outcome(JobOutcome.CANCELLED)
                .ended("14:00:00")
                .report());
        records.add(world.job("shop", "skipped")
                .outcome(JobOutcome.SKIPPED)
                .ended("14:01:00")
                .report());
        records.add(world.job("shop", "timed-out")
                .outcome(JobOutcome.TIMED_OUT)
                .ended("14:02:00")
                .report());
        records.add(world.job("shop", "renamed")
                .inRepositoryCalled("acme/store")
                .ended("23:00:00")
                .report());
    }

    private static void librariesAndShadows(World world, List<Object> records) {
        var judged = world.job("shop", "two-libraries").ended("15:00:00");
        records.add(judged.labelled(Label.APP, "junit/failed"));
        records.add(World.by(World.LIBRARY, false, 300, judged.labelled(Label.APP, "junit/failed")));
        records.add(World.by(World.OTHER_LIBRARY, false, 60, judged.labelled(Label.APP, "junit/failed")));
        records.add(World.by(World.OTHER_LIBRARY, true, 0, judged.unlabelled("shadow template")));
    }
}
