package whybroke.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void highestDay_staysBelowTheTopOfTheGrid() {
        Bars bars = Bars.chart(days(0, 3, 41));

        assertThat(bars.grid()).extracting(Bars.Grid::value).containsExactly(0L, 25L, 50L);
        assertThat(bars.bars()).hasSize(2);
        assertThat(Double.parseDouble(bars.bars().getLast().y())).isGreaterThan(12);
        assertThat(bars.sentence()).isEqualTo("Failures per day from 1 Nov to 3 Nov: 44 in all, most on 3 Nov with 41");
    }

    @Test
    void oneAmongMany_canStillBeSeen() {
        Bars.Bar smallest = Bars.chart(days(100_000, 1)).bars().getLast();

        assertThat(Double.parseDouble(smallest.height())).isEqualTo(1);
    }

    @Test
    void table_hasDaysWithFailures_newestFirst() {
        assertThat(Bars.chart(days(2, 0, 5)).table())
                .extracting(Bars.Day::count)
                .containsExactly(5L, 2L);
    }

    @Test
    void noFailures_noBars() {
        Bars bars = Bars.spark(days(0, 0));

        assertThat(bars.bars()).isEmpty();
        assertThat(bars.sentence()).isEqualTo("No failures");
        assertThat(Bars.chart(List.of()).first()).isNull();
    }

    private static List<Bars.Day> days(long... counts) {
        LocalDate[] day = {LocalDate.of(2026, 10, 31)};
        return LongStream.of(counts)
                .mapToObj(count -> new Bars.Day(day[0] = day[0].plusDays(1), count))
                .toList();
    }
}
