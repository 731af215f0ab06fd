package whybroke.rules.match.course;

import java.util.List;

/**
 * Surefire and Failsafe: from {@code Running a.Test} to the {@code Tests run: ... Time elapsed} of the last class still
 * running, and the stack traces behind it when one failed. A class that never ends has crashed: its output then tells why.
 */
final class Surefire extends TestFramework {
    private int running;
    private boolean details;

    @Override
    void line(int number, String line) {
        String text = unprefixed(line);
        if (running == 0
                && details
                && (text.startsWith("Running ") || text.startsWith("Results") || text.startsWith("---"))) {
            close(number - 1);
            details = false;
        }
        if (text.startsWith("Running ") && text.indexOf(' ', 8) < 0 && text.length() > 8) {
            running++;
            if (!isOpen()) {
                open(number + 1);
            }
        } else if (running > 0 && text.startsWith("Tests run:") && text.contains("Time elapsed")) {
            running--;
            details |= text.contains("<<< ");
            finishClass(number);
        } else if (text.startsWith("Results") || text.startsWith("BUILD ")) {
            running = 0;
            details = false;
            forget();
        }
    }

    private void finishClass(int number) {
        if (running == 0 && !details) {
            close(number - 1, true);
        }
    }

    @Override
    List<Region> finish(int size) {
        if (running == 0 && details && isOpen()) {
            close(size - 1);
        }
        return super.finish(size);
    }

    private static String unprefixed(String line) {
        int end = line.startsWith("[") ? line.indexOf("] ") : -1;
        return end > 0 && end < 10 ? line.substring(end + 2) : line;
    }
}
