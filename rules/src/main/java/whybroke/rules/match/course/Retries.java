package whybroke.rules.match.course;

import java.util.BitSet;
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

    private final BitSet passedLater;
    private final BitSet announced = new BitSet();
    private final BitSet exhausted = new BitSet();

    private Retries(LogLines log, BitSet passedLater) {
        this.passedLater = passedLater;
        for (int i = 0; i < log.size(); i++) {
            String text = log.line(i).toLowerCase(Locale.ROOT);
            announced.set(i, ANNOUNCED.stream().anyMatch(text::contains));
            exhausted.set(i, EXHAUSTED.stream().anyMatch(text::contains));
        }
    }

    static Retries of(LogLines log, Steps steps) {
        BitSet passed = new BitSet();
        for (int i = 0; i < log.size(); i++) {
            String line = log.line(i);
            if (line.startsWith("Command completed after ")
                    && line.contains(" attempt")
                    && !line.contains(" 1 attempt")) {
                passed.set(steps.around(i).first(), i + 1);
            } else if (line.startsWith("The command \"")
                    && line.contains(" failed. Retrying, ")
                    && !failsForGood(log, i)) {
                passed.set(commandBefore(log, i), i + 1);
            }
        }
        return new Retries(log, passed);
    }

    /** A wrapper ran the command again, and it passed. */
    boolean passedLater(int line) {
        return passedLater.get(line);
    }

    /** The line, or one of the two behind it, says that this was not the last attempt, and attempts did not run out. */
    boolean announced(int line) {
        int said = announced.nextSetBit(line);
        int ranOut = exhausted.nextSetBit(line);
        return said >= 0 && said < line + 3 && (ranOut < 0 || ranOut >= line + FAR);
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
