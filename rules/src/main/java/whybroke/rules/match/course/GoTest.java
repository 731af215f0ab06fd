package whybroke.rules.match.course;

/**
 * {@code go test}: from {@code === RUN TestX} to its {@code --- PASS/FAIL}, and the indented lines behind {@code --- FAIL}.
 * A panic ends no test.
 */
final class GoTest extends TestFramework {
    private String running;

    @Override
    void line(int number, String line) {
        if (isOpen() && running == null && !line.startsWith(" ") && !line.startsWith("\t")) {
            close(number - 1);
        }
        if (line.startsWith("=== RUN   ") && line.indexOf('/') < 0 && running == null) {
            running = line.substring(10).strip();
            open(number + 1);
        } else if (running != null && line.startsWith("--- ") && line.contains(": " + running + " ")) {
            close(number - 1, line.startsWith("--- PASS: "));
            running = null;
            openDetails(number, line);
        } else if (running == null) {
            openDetails(number, line);
        } else if (line.startsWith("panic: ")) {
            running = null;
            forget();
        }
    }

    private void openDetails(int number, String line) {
        if (line.startsWith("--- FAIL: ")) {
            open(number + 1);
        }
    }
}
