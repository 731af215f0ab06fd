package whybroke.rules.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import whybroke.rules.library.Confidence;
import whybroke.rules.library.Rule;
import whybroke.rules.library.RuleLibrary;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.course.Course;
import whybroke.rules.match.scan.Patterns;
import whybroke.rules.match.scan.Seen;

/** A compiled library. Immutable, safe for any number of threads; the same input gives the same answer for ever. */
public final class Matcher {
    private final List<Rule> rules;
    private final Patterns patterns;
    private final Confidence confidence;

    private Matcher(RuleLibrary library) {
        rules = library.rules().stream().filter(Rule::runs).toList();
        confidence = library.confidence();
        Set<String> texts = new LinkedHashSet<>();
        rules.forEach(rule -> texts.addAll(rule.patterns()));
        patterns = Patterns.of(texts);
    }

    /** Compiles a library: about a second for 5,000 rules, once per published version. */
    public static Matcher of(RuleLibrary library) {
        return new Matcher(library);
    }

    /** @param log an {@link whybroke.rules.log.LogKind#EMPTY} one when there is no log */
    public Decision match(JobFacts facts, LogLines log) {
        return explain(facts, log).decision();
    }

    /** The same decision, and which part of the deciding line it rests on. */
    public Explained explain(JobFacts facts, LogLines log) {
        Course course = Course.of(facts, log);
        Seen seen = patterns.scan(log.size(), log::line);
        Finder finder = new Finder(patterns, seen, course.steps(), facts);
        List<Evidence> evidence = new ArrayList<>();
        rules.forEach(rule -> evidence.addAll(finder.find(rule)));
        Hits hits = new Hits(patterns, log, facts);
        Judgement judgement = new Judge(facts, course, new Recovered(log, seen, course, hits), evidence).judge();
        Decision decision = new Decisions(facts, log, course, confidence, hits).of(judgement);
        Evidence decider = judgement.decider();
        if (decider == null || decider.line() < 0) {
            return new Explained(decision, -1, -1);
        }
        var span = patterns.find(decider.places().getFirst().pattern(), log.line(decider.line()));
        return new Explained(decision, span.start(), span.end());
    }
}
