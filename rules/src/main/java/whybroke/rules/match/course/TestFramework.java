package whybroke.rules.match.course;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what tests printed in the words of one framework; sees each line once, in order. */
abstract class TestFramework {
    private final List<Region> regions = new ArrayList<>();
    private int opened = -1;

    /** One of each kind, to be used for one log. */
    static List<TestFramework> all() {
        return List.of(
                new Surefire(),
                new GoTest(),
                between(TestFramework::pytestFailures, TestFramework::pytestHeading),
                between(line -> line.startsWith("---- ") && line.endsWith(" stdout ----"), TestFramework::cargoEnd),
                between(line -> line.equals("Failures:"), line -> line.startsWith("Finished in ")),
                between(TestFramework::phpUnitFailures, TestFramework::phpUnitEnd),
                between(TestFramework::unittestFailure, line -> line.startsWith("Ran ") && line.contains(" test")),
                between(TestFramework::jestFailure, line -> line.startsWith("Test Suites:")),
                indented(line -> line.contains(" > ")
                        && (line.endsWith(" FAILED")
                                || line.endsWith(" STANDARD_OUT")
                                || line.endsWith(" STANDARD_ERROR"))),
                indented(line -> line.startsWith("  Failed ") && line.endsWith("]")),
                indented(TestFramework::mochaFailures));
    }

    /** @param passed the test did: nothing it printed can matter */
    record Region(Range lines, boolean passed) {}

    abstract void line(int number, String line);

    /** All regions, once the last line has been seen; one that never ended does not count, the test may have crashed. */
    List<Region> finish(int size) {
        return regions;
    }

    final boolean isOpen() {
        return opened >= 0;
    }

    final void open(int number) {
        opened = number;
    }

    /** Of a test that failed, or that may have. */
    final void close(int last) {
        close(last, false);
    }

    /** @param last its last line, inclusive */
    final void close(int last, boolean passed) {
        if (last >= opened) {
            regions.add(new Region(new Range(opened, last), passed));
        }
        opened = -1;
    }

    final void forget() {
        opened = -1;
    }

    private static TestFramework between(Predicate<String> begins, Predicate<String> ends) {
        return new TestFramework() {
            @Override
            void line(int number, String line) {
                if (isOpen() && ends.test(line)) {
                    close(number - 1);
                } else if (!isOpen() && begins.test(line)) {
                    open(number + 1);
                }
            }
        };
    }

    /** The lines after a heading for as long as they are indented or empty. */
    private static TestFramework indented(Predicate<String> begins) {
        return new TestFramework() {
            @Override
            void line(int number, String line) {
                if (isOpen() && !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                    close(number - 1);
                }
                if (!isOpen() && begins.test(line)) {
                    open(number + 1);
                }
            }

            @Override
            List<Region> finish(int size) {
                if (isOpen()) {
                    close(size - 1);
                }
                return super.finish(size);
            }
        };
    }

    private static boolean pytestFailures(String line) {
        return line.startsWith("====") && line.contains(" FAILURES ");
    }

    private static boolean pytestHeading(String line) {
        return line.startsWith("====") && line.endsWith("=");
    }

    private static boolean cargoEnd(String line) {
        return line.equals("failures:") || line.startsWith("test result:");
    }

    private static boolean phpUnitFailures(String line) {
        return (line.startsWith("There was 1 ") || line.startsWith("There were "))
                && (line.contains(" failure") || line.contains(" error"));
    }

    private static boolean phpUnitEnd(String line) {
        return line.startsWith("FAILURES!") || line.startsWith("ERRORS!") || line.startsWith("Tests: ");
    }

    /** A module that could not be imported is no test's failure. */
    private static boolean unittestFailure(String line) {
        return (line.startsWith("FAIL: ") || line.startsWith("ERROR: "))
                && line.endsWith(")")
                && line.contains(" (")
                && !line.contains("_FailedTest");
    }

    private static boolean jestFailure(String line) {
        return line.startsWith("  \u25CF ") && line.contains(" \u203A ");
    }

    private static boolean mochaFailures(String line) {
        String text = line.strip();
        return text.endsWith(" failing")
                && text.length() <= 14
                && Character.isDigit(text.charAt(0))
                && line.startsWith("  ");
    }
}
