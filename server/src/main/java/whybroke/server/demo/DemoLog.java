package whybroke.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whybroke.rules.library.Sample;
import whybroke.rules.match.JobOutcome;

/** A sample as GitHub would serve it: each line with its time, the failing step's own last words at the end. */
final class DemoLog {
    private static final Pattern TIMED =
            Pattern.compile("(\uFEFF?)([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{7}Z) (.*)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z' ").withZone(ZoneOffset.UTC);

    private DemoLog() {}

    static byte[] of(Sample sample, Instant from, Instant to) {
        List<String> lines = sample.text().lines().toList();
        List<Instant> times = lines.stream()
                .map(TIMED::matcher)
                .filter(Matcher::matches)
                .map(line -> Instant.parse(line.group(2)))
                .toList();
        String log = times.isEmpty() ? timed(sample, lines, from, to) : moved(lines, times, from, to);
        return log.getBytes(StandardCharsets.UTF_8);
    }

    /** The times that are there, moved and stretched over the job. */
    private static String moved(List<String> lines, List<Instant> times, Instant from, Instant to) {
        double stretch = (double) Duration.between(from, to).toNanos()
                / Math.max(
                        1, Duration.between(times.getFirst(), times.getLast()).toNanos());
        StringBuilder log = new StringBuilder();
        for (String line : lines) {
            Matcher timed = TIMED.matcher(line);
            if (timed.matches()) {
                long nanos = Duration.between(times.getFirst(), Instant.parse(timed.group(2)))
                        .toNanos();
                Instant at = from.plusNanos((long) (nanos * stretch));
                log.append(timed.group(1)).append(TIME.format(at)).append(timed.group(3));
            } else {
                log.append(line);
            }
            log.append('\n');
        }
        return log.toString();
    }

    private static String timed(Sample sample, List<String> lines, Instant from, Instant to) {
        Duration step = Duration.between(from, to).dividedBy(lines.size() + 2L);
        StringBuilder log = new StringBuilder("\uFEFF");
        Instant at = from;
        for (String line : lines) {
            log.append(TIME.format(at)).append(line).append('\n');
            at = at.plus(step);
        }
        return log.append(lastWords(sample, at)).toString();
    }

    private static String lastWords(Sample sample, Instant at) {
        if (sample.facts().outcome() != JobOutcome.FAILED || sample.text().contains("##[error]")) {
            return "";
        }
        Integer exit = sample.facts().exitCode();
        return TIME.format(at) + "##[error]Process completed with exit code " + (exit == null ? 1 : exit) + ".\n";
    }
}
