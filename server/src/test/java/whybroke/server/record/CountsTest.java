package whybroke.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.api.trend.RebuildCounts;
import whybroke.api.work.Task;
import whybroke.rules.Label;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CountsTest {
    @Inject
    Recorded recorded;

    @Inject
    RebuildCounts rebuild;

    @Test
    void failure_movesInTheCountsWithItsVerdict() {
        var world = World.of("moves");
        var job = world.job("shop", "test").ended("12:14:59");

        recorded.record(job.report());
        assertThat(failures(world)).containsExactly("12:00 pending   not-ready 1");

        recorded.record(job.labelled(Label.INFRA, "net/dns"));
        assertThat(failures(world)).containsExactly("12:00 labelled infra platform whole 1");

        recorded.record(job.person("/1", "ada", Label.APP, 60), job.person("/1", "ada", Label.APP, 60));
        assertThat(failures(world)).containsExactly("12:00 labelled app team whole 1");
    }

    @Test
    void betterReport_movesTheJobToItsQuarterHour() {
        var world = World.of("quarters");
        var job = world.job("shop", "test").ended("12:14:59");

        recorded.record(job.report(), job.ended("12:15:00").runner("runner-1").report(), job.report());

        assertThat(failures(world)).containsExactly("12:15 pending   not-ready 1");
        assertThat(jobs(world)).containsExactly("12:15 failed 1 90");
    }

    @Test
    void rebuiltCounts_areTheKeptOnes() throws Exception {
        var world = World.of("rebuilt");
        for (int i = 0; i < 20; i++) {
            var job = world.job("shop-" + i % 3, "test-" + i).ended("%02d:00:00".formatted(i));
            recorded.record(job.report(), i % 2 == 0 ? job.labelled(Label.INFRA, "net/dns") : job.unlabelled("t" + i));
        }
        List<String> failures = everything("failure_count");
        List<String> jobs = everything("job_count");

        recorded.update("update failure_count set failures = failures + 1 where quarter >= ?", quarter(world));
        recorded.update("delete from job_count where quarter >= ?", quarter(world));
        assertThat(everything("failure_count")).isNotEqualTo(failures);
        rebuild.run(new Task(0, RebuildCounts.KIND, "test", "{}".getBytes(UTF_8), 1, 0), (done, total) -> {});

        assertThat(everything("failure_count")).isEqualTo(failures);
        assertThat(everything("job_count")).isEqualTo(jobs);
    }

    private static java.time.OffsetDateTime quarter(World world) {
        return world.day().atOffset(java.time.ZoneOffset.UTC);
    }

    private List<String> everything(String table) {
        return recorded.list("select c::text from " + table + " c order by 1");
    }

    private List<String> failures(World world) {
        return recorded.list(
                "select to_char(quarter at time zone 'UTC', 'HH24:MI') || ' ' || outcome || ' ' || label || ' ' || blame"
                        + " || ' ' || log_state || ' ' || failures from failure_count c join repository r"
                        + " on r.id = c.repository_id where host = ?",
                world.host());
    }

    private List<String> jobs(World world) {
        return recorded.list(
                "select to_char(quarter at time zone 'UTC', 'HH24:MI') || ' ' || outcome || ' ' || jobs || ' ' || seconds"
                        + " from job_count c join repository r on r.id = c.repository_id where host = ?",
                world.host());
    }
}
