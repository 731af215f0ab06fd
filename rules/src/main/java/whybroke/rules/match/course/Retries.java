package whybroke.rules.match.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whybroke.rules.log.LogLines;

/** Failures that the log itself says were tried again. */
final class Retries {
    private static final List<String> ANNOUNCED =
            List.of("retrying", "will retry", "will be retried", "trying again in", "retry attempt");
    private static final List<String> EXHAUSTED = List.of(
            "giving up",
            "gave up",
            "retries exhausted",
            "exhausted all retries",
            "max retries exceeded",
            "maximum retries",
            "no more retries",
            "retry limit",
            "failed 3 times",
            "total=0");
    private static final int FAR = 500;

    private final LogLines log;
    private final List<Range> passedLater;

    private Retries(LogLines log, List<Range> passedLater) {
        this.log = log;
        this.passedLater = passedLater;
    }

    static Retries of(LogLines log, Steps steps) {
        List<Range> passed = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            String line = log.line(i);
            if (line.startsWith("Command completed after ")
                    && line.contains(" attempt")
                    && !line.contains(" 1 attempt")) {
                passed.add(new Range(steps.around(i).first(), i));
            } else if (line.startsWith("The command \"")
                    && line.contains(" failed. Retrying, ")
                    && !failsForGood(log, i)) {
                passed.add(new Range(commandBefore(log, i), i));
            }
        }
        return new Retries(log, passed);
    }

    /** A wrapper ran the command again, and it passed. */
    boolean passedLater(int line) {
        return passedLater.stream().anyMatch(range -> range.holds(line));
    }

    /** The line, or one of the two behind it, says that this was not the last attempt. */
    boolean announced(int line) {
        for (int i = line; i < Math.min(log.size(), line + 3); i++) {
            if (says(i, ANNOUNCED)) {
                return !exhausted(line);
            }
        }
        return false;
    }

    private boolean exhausted(int line) {
        for (int i = line; i < Math.min(log.size(), line + FAR); i++) {
            if (says(i, EXHAUSTED)) {
                return true;
            }
        }
        return false;
    }

    private boolean says(int line, List<String> words) {
        String text = log.line(line).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }

    /** Travis repeats a command three times and says so when the last attempt failed too. */
    private static boolean failsForGood(LogLines log, int line) {
        for (int i = line + 1; i < log.size(); i++) {
            String later = log.line(i);
            if (later.startsWith("The command \"") && later.contains("\" failed 3 times")) {
                return true;
            }
        }
        return false;
    }

    private static int commandBefore(LogLines log, int line) {
        for (int i = line - 1; i >= 0; i--) {
            if (log.line(i).startsWith("$ ")) {
                return i;
            }
        }
        return 0;
    }
}
