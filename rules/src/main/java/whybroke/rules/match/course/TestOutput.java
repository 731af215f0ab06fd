package whybroke.rules.match.course;

import java.util.BitSet;
import java.util.List;
import whybroke.rules.log.LogLines;

/**
 * What tests printed, as far as their frameworks mark it. An outage in there is what a test was about or what it tripped
 * over; what broke the build is the test.
 */
final class TestOutput {
    private final BitSet lines = new BitSet();
    private final BitSet linesOfPassed = new BitSet();

    static TestOutput of(LogLines log) {
        TestOutput output = new TestOutput();
        List<TestFramework> frameworks = TestFramework.all();
        for (int i = 0; i < log.size(); i++) {
            String line = log.line(i);
            for (TestFramework framework : frameworks) {
                framework.line(i, line);
            }
        }
        frameworks.forEach(framework -> framework.finish(log.size()).forEach(output::add));
        return output;
    }

    private void add(TestFramework.Region region) {
        lines.set(region.lines().first(), region.lines().last() + 1);
        if (region.passed()) {
            linesOfPassed.set(region.lines().first(), region.lines().last() + 1);
        }
    }

    boolean holds(int line) {
        return lines.get(line);
    }

    boolean holdsOfPassed(int line) {
        return linesOfPassed.get(line);
    }
}
