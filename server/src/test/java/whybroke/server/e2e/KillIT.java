package whybroke.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whybroke.ingest.FailureId;

/**
 * Webhooks arrive while the service is killed three times and Kafka and PostgreSQL once each. What was answered 2xx is
 * what is stored, indexed and counted: the same ids, each once. The truth (which job, how it ended, what its log says) is
 * drawn before anything is sent.
 */
class KillIT {
    private static final int WEBHOOKS = Soak.ON ? 20_000 : 2_000;
    private static final int SENDERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(Soak.ON ? 20 : 5);
    private static final String SECRET = "kill-test-secret";

    @TempDir
    Path folder;

    private final Set<String> accepted = new ConcurrentSkipListSet<>();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void everythingIsKilledUnderLoad_sentStoredIndexedAndCountedAgree() throws Exception {
        List<GitHubEvents.Job> truth = truth();
        try (LogServer logs = new LogServer(KillIT::logOf);
                Machine machine = new Machine(folder.resolve("data"), settings(logs))) {
            machine.start();
            GitHubEvents events = new GitHubEvents(machine.at("/webhooks/hub"), SECRET);

            ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
            truth.forEach(job -> senders.submit(() -> sendUntilAccepted(events, job)));
            senders.shutdown();
            killInBetween(machine);
            assertThat(senders.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            Set<String> expected = ids(truth);
            assertSame("accepted", accepted, expected);
            Duration drained = awaitJudged(machine, expected.size());
            assertSame("stored", stored(machine), expected);
            assertSame("listed", listed(machine), expected);
            assertSame("searched", searched(machine, expected.size()), expected);
            assertThat(counted(machine)).isEqualTo(recounted(machine));
            assertThat(deadLetters(machine)).isZero();
            Soak.note(
                    "kill test: %d webhooks, service killed 3 times, Kafka and PostgreSQL once; sets agree, drained %s after the last was sent"
                            .formatted(WEBHOOKS, drained));
        }
    }

    private static List<GitHubEvents.Job> truth() {
        Random random = new Random(20261121);
        Instant now = Instant.now();
        List<GitHubEvents.Job> jobs = new ArrayList<>();
        for (int i = 0; i < WEBHOOKS; i++) {
            String repository = "acme/shop-" + random.nextInt(40);
            String commit = "%040x".formatted(i + 1);
            Instant finished = now.minusSeconds(random.nextInt(30 * 24 * 3600) + 3600L);
            jobs.add(new GitHubEvents.Job(i + 1L, repository, "job-" + random.nextInt(5), "failure", commit, finished));
        }
        return jobs;
    }

    /** One of several kinds, some of which no rule knows; which one depends on the job alone. */
    private static String logOf(long job) {
        String middle = switch ((int) (job % 5)) {
            case 0 -> "write /var/lib/build/out.o: no space left on device";
            case 1 ->
                "fatal: unable to access 'https://git.example.org/acme/lib.git/': Could not resolve host: git.example.org";
            case 2 -> "[ERROR] /src/main/java/org/example/A" + job % 7 + ".java:[3,8] cannot find symbol";
            case 3 -> "the frobnicator of shard " + job + " is out of cheese";
            default -> "npm error code E401";
        };
        return "2026-11-20T10:00:00.0000000Z ##[group]Run make\n2026-11-20T10:00:01.0000000Z ##[endgroup]\n"
                + "2026-11-20T10:00:02.0000000Z job " + job + " begins\n2026-11-20T10:00:03.0000000Z " + middle
                + "\n2026-11-20T10:00:04.0000000Z ##[error]Process completed with exit code 1.\n";
    }

    private static String settings(LogServer logs) {
        return """
                whybroke.connections.hub.provider=github
                whybroke.connections.hub.host=github.example.org
                whybroke.connections.hub.api=%s
                whybroke.connections.hub.webhook-secrets=file:%s
                whybroke.connections.hub.token=file:%s
                """.formatted(logs.address(), logs.secretFile(SECRET), logs.secretFile(LogServer.TOKEN));
    }

    private void sendUntilAccepted(GitHubEvents events, GitHubEvents.Job job) {
        try {
            int status = events.send(job);
            while (status / 100 != 2) {
                assertThat(status).as("answer to job " + job.id()).isIn(0, 503, 500, 502, 404);
                Thread.sleep(200);
                status = events.send(job);
            }
            accepted.add(id(job));
            sent.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killInBetween(Machine machine) throws InterruptedException, IOException {
        String[] victims = {"service", "kafka", "service", "postgres", "service"};
        for (int i = 0; i < victims.length; i++) {
            awaitSent(WEBHOOKS * (i + 1) / (victims.length + 1));
            machine.kill(victims[i]);
        }
    }

    private void awaitSent(int count) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (sent.get() < count) {
            assertThat(Instant.now()).as("sent " + sent.get() + " of " + count).isBefore(end);
            Thread.sleep(20);
        }
    }

    private static void assertSame(String what, Set<String> found, Set<String> expected) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> extra = new TreeSet<>(found);
        extra.removeAll(expected);
        assertThat(missing).as("sent, but not " + what).isEmpty();
        assertThat(extra).as(what + ", but never sent").isEmpty();
    }

    private static Duration awaitJudged(Machine machine, int count) throws Exception {
        Instant begin = Instant.now();
        Instant end = begin.plus(PATIENCE);
        long judged = -1;
        while (judged != count) {
            assertThat(Instant.now()).as("judged " + judged + " of " + count).isBefore(end);
            Thread.sleep(500);
            judged = judged(machine);
        }
        return Duration.between(begin, Instant.now());
    }

    private static long judged(Machine machine) throws IOException {
        try (Connection database = machine.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from failure where outcome <> 'pending' and log_state = 'whole'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return -1;
        }
    }

    private static Set<String> stored(Machine machine) throws Exception {
        Set<String> ids = new TreeSet<>();
        try (Connection database = machine.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select replace(id::text, '-', '') from failure")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static Set<String> listed(Machine machine) throws Exception {
        Set<String> ids = new TreeSet<>();
        int rows = 0;
        String next = "";
        while (next != null) {
            JsonNode page = machine.json("/api/v1/failures?limit=200" + next);
            for (JsonNode item : page.get("items")) {
                ids.add(item.get("id").asText());
                rows++;
            }
            next = page.path("next_cursor").isTextual()
                    ? "&cursor=" + encode(page.get("next_cursor").asText())
                    : null;
        }
        assertThat(rows).as("each listed once").isEqualTo(ids.size());
        return ids;
    }

    private static Set<String> searched(Machine machine, int count) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        Set<String> ids = search(machine);
        while (ids.size() < count && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            ids = search(machine);
        }
        return ids;
    }

    private static Set<String> search(Machine machine) throws Exception {
        Set<String> ids = new TreeSet<>();
        String next = "";
        while (next != null) {
            JsonNode page = machine.json("/api/v1/search?limit=200&q=begins" + next);
            page.get("hits").forEach(hit -> ids.add(hit.get("failure").get("id").asText()));
            next = page.path("next_cursor").isTextual()
                    ? "&cursor=" + encode(page.get("next_cursor").asText())
                    : null;
        }
        return ids;
    }

    /** The kept counts, summed over time. */
    private static TreeMap<String, Long> counted(Machine machine) throws Exception {
        return sums(
                machine,
                "select repository_id||'|'||outcome||'|'||label||'|'||log_state||'|'||cause_id, sum(failures)"
                        + " from failure_count group by 1 having sum(failures) <> 0");
    }

    /** The same from the failures themselves. */
    private static TreeMap<String, Long> recounted(Machine machine) throws Exception {
        return sums(
                machine,
                "select repository_id||'|'||outcome||'|'||coalesce(label, '')||'|'||log_state||'|'"
                        + "||coalesce(cause_id, 0), count(*) from failure group by 1");
    }

    private static TreeMap<String, Long> sums(Machine machine, String sql) throws Exception {
        TreeMap<String, Long> sums = new TreeMap<>();
        try (Connection database = machine.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                sums.put(row.getString(1), row.getLong(2));
            }
        }
        return sums;
    }

    private static long deadLetters(Machine machine) throws Exception {
        return DeadLetterCount.on(machine.kafka());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String id(GitHubEvents.Job job) {
        return FailureId.of("github", "github.example.org", Long.toString(job.id()), 1)
                .hex();
    }

    private static Set<String> ids(List<GitHubEvents.Job> jobs) {
        Set<String> ids = new TreeSet<>();
        jobs.forEach(job -> ids.add(id(job)));
        return ids;
    }
}
