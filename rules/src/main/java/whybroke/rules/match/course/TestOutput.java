package whybroke.rules.match.course;

import java.util.ArrayList;
import java.util.List;
import whybroke.rules.log.LogLines;

/**
 * What tests printed, as far as their frameworks mark it. An outage in there is what a test was about or what it tripped
 * over; what broke the build is the test.
 */
final class TestOutput {
    private final List<TestFramework.Region> regions = new ArrayList<>();

    static TestOutput of(LogLines log) {
        TestOutput output = new TestOutput();
        List<TestFramework> frameworks = TestFramework.all();
        for (int i = 0; i < log.size(); i++) {
            String line = log.line(i);
            for (TestFramework framework : frameworks) {
                framework.line(i, line);
            }
        }
        frameworks.forEach(framework -> output.regions.addAll(framework.finish(log.size())));
        return output;
    }

    boolean holds(int line) {
        return regions.stream().anyMatch(region -> region.lines().holds(line));
    }

    boolean holdsOfPassed(int line) {
        return regions.stream()
                .anyMatch(region -> region.passed() && region.lines().holds(line));
    }
}
