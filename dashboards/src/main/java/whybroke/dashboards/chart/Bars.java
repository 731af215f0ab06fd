package whybroke.dashboards.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import whybroke.dashboards.text.Times;

/**
 * A bar chart of counts per day, as SVG attributes. Sizes are units of the view box; the page's style sets colours.
 *
 * @param days what is drawn, oldest first
 * @param bars one for each day that has any
 * @param grid lines with their value, zero first
 * @param sum of all
 * @param peak the highest day, null when all are zero
 */
public record Bars(List<Day> days, List<Bar> bars, List<Grid> grid, long sum, Day peak, double width, double height) {
    /** Failures of one day. */
    public record Day(LocalDate date, long count) {
        public String words() {
            return Times.day(date);
        }
    }

    public record Bar(String x, String y, String width, String height, Day day) {}

    public record Grid(String y, long value) {}

    private static final double LEFT = 34;
    private static final double TOP = 12;
    private static final double FOOT = 24;

    /** With grid and room for words around it. */
    public static Bars chart(List<Day> days) {
        return draw(days, 880, 170, LEFT, TOP, FOOT);
    }

    /** Nothing but bars, as high as a line of text. */
    public static Bars spark(List<Day> days) {
        return draw(days, 112, 24, 0, 2, 0);
    }

    private static Bars draw(List<Day> days, double width, double height, double left, double top, double foot) {
        long most = days.stream().mapToLong(Day::count).max().orElse(0);
        long scale = nice(Math.max(1, most));
        double floor = height - foot;
        double room = floor - top;
        double step = (width - left) / Math.max(1, days.size());
        List<Bar> bars = IntStream.range(0, days.size())
                .filter(i -> days.get(i).count() > 0)
                .mapToObj(i -> bar(days.get(i), left + i * step, step, floor, room / scale))
                .toList();
        List<Grid> grid = new ArrayList<>();
        for (long value : scale % 2 == 0 ? new long[] {0, scale / 2, scale} : new long[] {0, scale}) {
            grid.add(new Grid(number(floor - value * room / scale), value));
        }
        Day peak = most == 0
                ? null
                : days.stream().max(Comparator.comparingLong(Day::count)).orElseThrow();
        return new Bars(
                List.copyOf(days),
                bars,
                grid,
                days.stream().mapToLong(Day::count).sum(),
                peak,
                width,
                height);
    }

    private static Bar bar(Day day, double x, double step, double floor, double unit) {
        double high = Math.max(1, day.count() * unit);
        return new Bar(number(x), number(floor - high), number(Math.max(1, step - 1.5)), number(high), day);
    }

    /** The next of 1, 2, 4, 5, 10, 20, 40, 50 ... so that the grid reads well. */
    private static long nice(long most) {
        for (long power = 1; ; power *= 10) {
            for (long factor : new long[] {1, 2, 4, 5}) {
                if (factor * power >= most) {
                    return factor * power;
                }
            }
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** For those who do not see it. */
    public String sentence() {
        if (days.isEmpty() || peak == null) {
            return "No failures";
        }
        return "Failures per day from " + first().words() + " to " + last().words() + ": " + sum + " in all, most on "
                + peak.words() + " with " + peak.count();
    }

    /** Null when there are no days at all. */
    public Day first() {
        return days.isEmpty() ? null : days.getFirst();
    }

    public Day last() {
        return days.isEmpty() ? null : days.getLast();
    }

    /** Days with failures, newest first: the table beside the chart. */
    public List<Day> table() {
        return days.stream().filter(day -> day.count() > 0).toList().reversed();
    }
}
