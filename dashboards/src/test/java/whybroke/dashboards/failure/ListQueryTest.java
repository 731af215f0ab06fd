package whybroke.dashboards.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import whybroke.api.failure.FailureFilter;
import whybroke.api.failure.VerdictOutcome;
import whybroke.api.trend.Period;
import whybroke.ingest.LogState;

class ListQueryTest {
    private static final Period PERIOD = Period.lastDays(30, Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    private final ListQuery query = new ListQuery();

    @Test
    void nothingGiven_isTheLast30Days() {
        assertThat(query.days()).isEqualTo(30);
        assertThat(query.isPlain()).isTrue();
        assertThat(query.filter(PERIOD).since()).isEqualTo(PERIOD.from());
    }

    @Test
    void oneWord_choosesEitherAxis() {
        query.state = "no-rule";
        assertThat(query.filter(PERIOD)).extracting(FailureFilter::outcome).isEqualTo(VerdictOutcome.NO_RULE);

        query.state = "not-ready";
        assertThat(query.filter(PERIOD)).extracting(FailureFilter::logState).isEqualTo(LogState.NOT_READY);

        query.state = "<script>";
        assertThat(query.state()).isNull();
    }

    @Test
    void links_keepTheOtherFilters_andAreEncoded() {
        query.repository = "acme/a&b";
        query.label = "app";
        query.cursor = "old";

        assertThat(query.with("infra")).isEqualTo("/failures?label=infra&repository=acme%2Fa%26b");
        assertThat(query.with("all")).isEqualTo("/failures?repository=acme%2Fa%26b");
        assertThat(query.after("x=")).isEqualTo("/failures?label=app&repository=acme%2Fa%26b&cursor=x%3D");
    }

    @Test
    void nonsense_countsAsNotGiven() {
        query.days = 1_000_000;
        query.q = "  ";

        assertThat(query.days()).isEqualTo(30);
        assertThat(query.q()).isNull();
    }
}
