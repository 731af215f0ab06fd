package whybroke.rules.match;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.course.Course;

/** The most telling line near the end of a log, with what varies between runs masked. */
final class Template {
    private static final int LINES = 300;
    private static final int LONGEST = 300;

    private static final List<String> STRONG =
            List.of("error", "fatal", "exception", "panic", "failed", "failure", "cannot", "could not", "denied");
    private static final List<String> WEAK =
            List.of("not found", "unable", "invalid", "refused", "timed out", "killed", "no such");
    /** Says that something failed, never what. */
    private static final List<String> WRAPPERS = List.of(
            "process completed with exit code",
            "exited with",
            "exit code",
            "exit status",
            "build failure",
            "build failed",
            "job failed",
            "elifecycle",
            "a complete log of this run",
            "re-run maven",
            "for more information",
            "full stack trace",
            "[help 1]",
            "finished: failure");

    private static final Pattern MASKED =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
                    + "|[a-z][a-z0-9+.-]*://\\S+"
                    + "|\\b[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?::[0-9]+)?\\b"
                    + "|\\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+Z?)?"
                    + "|\\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?\\b"
                    + "|(?:[a-z]:)?(?:[\\\\/][\\w.@~+-]+){2,}[\\\\/]?"
                    + "|\\b0x[0-9a-f]+\\b"
                    + "|\\b[0-9a-f]*[0-9][0-9a-f]{6,}\\b"
                    + "|[0-9]+(?:\\.[0-9]+)*");

    private Template() {}

    /** How a job without a log ended, in words; null when that is only that it failed, which would group strangers. */
    static String of(JobFacts facts) {
        if (facts.outcome() == JobOutcome.FAILED && facts.exitCode() == null && facts.signal() == null) {
            return null;
        }
        return "no log: " + facts.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (facts.providerReason() == null ? "" : ", " + facts.providerReason())
                + (facts.exitCode() == null ? "" : ", exit code " + facts.exitCode())
                + (facts.signal() == null ? "" : ", " + facts.signal());
    }

    /** Null when the log has no line that tells anything. */
    static String of(LogLines log, Course course) {
        int best = -1;
        int most = -1;
        for (int i = log.size() - 1; i >= Math.max(0, log.size() - LINES); i--) {
            int telling = course.excuse(i) == null ? telling(log.line(i)) : -1;
            if (telling > most) {
                most = telling;
                best = i;
            }
        }
        return best < 0 ? null : masked(log.line(best));
    }

    /** Higher tells more; of equals, the last line is taken. */
    private static int telling(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            return -1;
        } else if (WRAPPERS.stream().anyMatch(text::contains)) {
            return 0;
        }
        boolean strong = STRONG.stream().anyMatch(text::contains);
        boolean weak = WEAK.stream().anyMatch(text::contains);
        return 1 + (strong ? 2 : 0) + (weak ? 1 : 0);
    }

    static String masked(String line) {
        String text = line.strip();
        String masked = MASKED.matcher(text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text)
                .replaceAll("*");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) : masked;
    }
}
