package whybroke.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static whybroke.ingest.Samples.NOW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 30", "4, 60", "5, 120", "6, 300", "7, 600"})
    void nthFetch_isFollowedAfter(int fetch, long seconds) {
        assertThat(Schedule.after(fetch, NOW, null)).contains(NOW.plusSeconds(seconds));
    }

    @Test
    void eighthFetch_isTheLast() {
        assertThat(Schedule.after(8, NOW, null)).isEmpty();
    }

    @Test
    void providersOwnTime_isKept() {
        assertThat(Schedule.after(1, NOW, NOW.plusSeconds(1_800))).contains(NOW.plusSeconds(1_800));
        assertThat(Schedule.after(7, NOW, NOW.plusSeconds(1))).contains(NOW.plusSeconds(600));
    }

    @Test
    void beingToldToWait_endsToo() {
        assertThat(Schedule.after(50, NOW, NOW.plusSeconds(60))).isPresent();
        assertThat(Schedule.after(51, NOW, NOW.plusSeconds(60))).isEmpty();
    }
}
