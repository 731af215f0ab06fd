package whybroke.rules.match;

import java.util.Map;
import whybroke.rules.Label;
import whybroke.rules.library.Recovery;
import whybroke.rules.library.Within;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.course.Course;
import whybroke.rules.match.course.Range;
import whybroke.rules.match.scan.Seen;

/** Whether what a hit tells of was made good later in the same log. */
final class Recovered {
    /** Later lines looked at when captures must agree. */
    private static final int MOST = 100;

    private final LogLines log;
    private final Seen seen;
    private final Course course;
    private final Hits hits;

    Recovered(LogLines log, Seen seen, Course course, Hits hits) {
        this.log = log;
        this.seen = seen;
        this.course = course;
        this.hits = hits;
    }

    boolean is(Evidence evidence) {
        return evidence.line() >= 0 && (byRule(evidence) || byItself(evidence));
    }

    /** That a test passed at a later attempt is what makes it flaky, so this does not undo it. */
    private boolean byItself(Evidence evidence) {
        Label label = evidence.rule().label();
        boolean again = label != Label.FLAKY_TEST && course.passedLater(evidence.line());
        return again || (asksForSomething(label) && course.requestSucceededLater(evidence.line()));
    }

    private static boolean asksForSomething(Label label) {
        return switch (label) {
            case INFRA, DEPENDENCY, PERMISSION -> true;
            case FLAKY_TEST, APP -> false;
        };
    }

    private boolean byRule(Evidence evidence) {
        Recovery recovery = evidence.rule().recoveredBy();
        if (recovery == null) {
            return false;
        }
        Map<String, String> captures = hits.captures(evidence);
        int last = last(recovery.scope(), evidence.line());
        int line = seen.after(recovery.line(), evidence.line());
        for (int i = 0; i < MOST && line >= 0 && line <= last; i++) {
            if (agree(captures, hits.captures(recovery.line(), log.line(line)))) {
                return true;
            }
            line = seen.after(recovery.line(), line);
        }
        return false;
    }

    private int last(Within scope, int line) {
        return switch (scope) {
            case Within.Lines lines -> line + lines.count();
            case Within.Step step -> {
                Range around = course.steps().around(line);
                yield around.last();
            }
            case Within.Log all -> log.size();
        };
    }

    private static boolean agree(Map<String, String> first, Map<String, String> later) {
        return later.entrySet().stream()
                .allMatch(capture ->
                        first.getOrDefault(capture.getKey(), capture.getValue()).equals(capture.getValue()));
    }
}
