package whybroke.rules.match;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import whybroke.rules.library.Condition;
import whybroke.rules.library.Rule;
import whybroke.rules.library.When;
import whybroke.rules.library.Within;
import whybroke.rules.match.Evidence.Place;
import whybroke.rules.match.course.Range;
import whybroke.rules.match.course.Steps;
import whybroke.rules.match.scan.Patterns;
import whybroke.rules.match.scan.Seen;

/** Finds where one rule's conditions hold, once every pattern's lines are known. */
final class Finder {
    /** Places kept per rule: the earliest ones, and the last. */
    static final int MOST = 256;

    private final Patterns patterns;
    private final Seen seen;
    private final Steps steps;
    private final JobFacts facts;

    Finder(Patterns patterns, Seen seen, Steps steps, JobFacts facts) {
        this.patterns = patterns;
        this.seen = seen;
        this.steps = steps;
        this.facts = facts;
    }

    /** In the order of lines, facts first. */
    List<Evidence> find(Rule rule) {
        if (!Applies.to(rule.scope(), facts)) {
            return List.of();
        }
        When when = rule.when();
        List<Condition> needed = new ArrayList<>(when.allOf());
        if (!when.anyOf().isEmpty()) {
            needed.addFirst(new Condition.AnyOf(when.anyOf()));
        }
        List<Evidence> found = all(rule, needed).stream()
                .filter(evidence -> Applies.to(rule.scope(), steps, facts, evidence.line()))
                .filter(evidence -> when.noneOf().stream().noneMatch(none -> holds(none, evidence)))
                .toList();
        if (found.size() <= MOST) {
            return found;
        }
        List<Evidence> kept = new ArrayList<>(found.subList(0, MOST - 1));
        kept.add(found.getLast());
        return kept;
    }

    private List<Evidence> find(Rule rule, Condition condition) {
        return switch (condition) {
            case Condition.Line line -> lines(rule, line.pattern());
            case Condition.Lines lines -> together(rule, lines);
            case Condition.Fact fact -> fact(rule, fact);
            case Condition.AnyOf any -> any(rule, any.conditions());
            case Condition.AllOf all -> all(rule, all.conditions());
        };
    }

    /** In line order; of several that hold on one line, the one the author named first. */
    private List<Evidence> any(Rule rule, List<Condition> conditions) {
        SortedMap<Integer, Evidence> byLine = new TreeMap<>();
        for (Condition condition : conditions) {
            find(rule, condition).forEach(evidence -> byLine.putIfAbsent(evidence.line(), evidence));
        }
        return List.copyOf(byLine.values());
    }

    private List<Evidence> lines(Rule rule, String pattern) {
        List<Evidence> found = new ArrayList<>();
        for (int line : seen.of(pattern)) {
            found.add(new Evidence(rule, List.of(new Place(pattern, line)), List.of(), weight(pattern)));
        }
        return found;
    }

    private List<Evidence> fact(Rule rule, Condition.Fact fact) {
        for (String value : Facts.values(facts, fact.fact())) {
            boolean holds = fact.pattern() == null
                    ? fact.values().stream().anyMatch(value::equalsIgnoreCase)
                    : patterns.find(fact.pattern(), value) != null;
            if (holds) {
                String words = fact.fact().word() + " " + value;
                return List.of(new Evidence(rule, List.of(), List.of(words), words.length()));
            }
        }
        return List.of();
    }

    /** The first condition that has lines leads; of the others, the first place. */
    private List<Evidence> all(Rule rule, List<Condition> conditions) {
        List<List<Evidence>> found = new ArrayList<>();
        for (Condition condition : conditions) {
            List<Evidence> one = find(rule, condition);
            if (one.isEmpty()) {
                return List.of();
            }
            found.add(one);
        }
        int lead = 0;
        while (lead < found.size() && found.get(lead).getLast().line() < 0) {
            lead++;
        }
        List<Evidence> leading = found.remove(lead == found.size() ? 0 : lead);
        return leading.stream().map(one -> joined(one, found)).toList();
    }

    private static Evidence joined(Evidence lead, List<List<Evidence>> others) {
        Evidence all = lead;
        for (List<Evidence> other : others) {
            all = all.and(other.getFirst());
        }
        return all;
    }

    private List<Evidence> together(Rule rule, Condition.Lines lines) {
        List<Evidence> found = new ArrayList<>();
        if (isNowhere(lines.patterns())) {
            return found;
        }
        int decisive = lines.decisive() - 1;
        for (int line : seen.of(lines.patterns().get(decisive))) {
            int[] at = lines.ordered() ? inOrder(lines, decisive, line) : near(lines, decisive, line);
            if (at != null) {
                found.add(evidence(rule, lines, decisive, at));
            }
        }
        return found;
    }

    /** Asks for the cheap ones first. */
    private boolean isNowhere(List<String> all) {
        return all.stream().anyMatch(pattern -> !seen.isWeak(pattern) && seen.isNowhere(pattern))
                || all.stream().anyMatch(seen::isNowhere);
    }

    private Evidence evidence(Rule rule, Condition.Lines lines, int decisive, int[] at) {
        List<Place> places = new ArrayList<>();
        int weight = 0;
        for (int i = 0; i < at.length; i++) {
            String pattern = lines.patterns().get(i);
            places.add(i == decisive ? 0 : places.size(), new Place(pattern, at[i]));
            weight += weight(pattern);
        }
        return new Evidence(rule, places, List.of(), weight);
    }

    /** The closest lines in order on both sides of the deciding one; null when they are not all within reach. */
    private int[] inOrder(Condition.Lines lines, int decisive, int line) {
        int[] at = new int[lines.patterns().size()];
        at[decisive] = line;
        for (int i = decisive - 1; i >= 0; i--) {
            at[i] = seen.before(lines.patterns().get(i), at[i + 1]);
            if (at[i] < 0) {
                return null;
            }
        }
        for (int i = decisive + 1; i < at.length; i++) {
            at[i] = seen.after(lines.patterns().get(i), at[i - 1]);
            if (at[i] < 0) {
                return null;
            }
        }
        return at[at.length - 1] - at[0] <= lines.within() ? at : null;
    }

    /** Every other pattern's closest line but the deciding one; null when one is out of reach. */
    private int[] near(Condition.Lines lines, int decisive, int line) {
        int[] at = new int[lines.patterns().size()];
        for (int i = 0; i < at.length; i++) {
            int before = seen.before(lines.patterns().get(i), line);
            int after = seen.after(lines.patterns().get(i), line);
            boolean back = before >= 0 && (after < 0 || line - before <= after - line);
            at[i] = i == decisive ? line : back ? before : after;
            if (at[i] < 0 || Math.abs(at[i] - line) > lines.within()) {
                return null;
            }
        }
        return at;
    }

    private boolean holds(When.NoneOf none, Evidence evidence) {
        return switch (none.condition()) {
            case Condition.Line line -> {
                Range range = range(none.within(), evidence.line());
                yield seen.between(line.pattern(), range.first(), range.last());
            }
            case Condition.Fact fact -> !fact(evidence.rule(), fact).isEmpty();
            case Condition.Lines lines -> !together(evidence.rule(), lines).isEmpty();
            case Condition.AnyOf any -> !find(evidence.rule(), any).isEmpty();
            case Condition.AllOf all -> !find(evidence.rule(), all).isEmpty();
        };
    }

    /** Around a fact, which has no place, is the whole log. */
    private Range range(Within within, int line) {
        Range log = new Range(0, Integer.MAX_VALUE - 1);
        return switch (within) {
            case Within.Lines lines when line >= 0 -> new Range(line - lines.count(), line + lines.count());
            case Within.Step step when line >= 0 -> steps.around(line);
            case Within.Lines lines -> log;
            case Within.Step step -> log;
            case Within.Log all -> log;
        };
    }

    private int weight(String pattern) {
        return patterns.literals(pattern).weight();
    }
}
