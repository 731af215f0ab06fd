package whybroke.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whybroke.rules.library.Condition;
import whybroke.rules.library.Rule;
import whybroke.rules.library.When;
import whybroke.rules.library.Within;

/** Random rules over random logs: the matcher finds what the plainest reading of the rules finds, line by line. */
class OracleTest {
    private static final String[] WORDS = {"alpha", "bravo", "charlie", "delta", "echo1", "fox"};

    @Test
    void matcher_agrees_with_rules_read_line_by_line() {
        int hits = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Judging judging = new Judging();
            IntStream.range(0, 5).forEach(i -> judging.and("a/rule-" + i + " app", rule(random)));
            List<String> log = IntStream.range(0, 5 + random.nextInt(25))
                    .mapToObj(i -> line(random))
                    .toList();

            Decision decision = judging.judge(String.join("\n", log) + "\n");

            Set<String> expected = new TreeSet<>();
            judging.library()
                    .rules()
                    .forEach(rule -> lines(rule, log).forEach(line -> expected.add(rule.id() + "@" + line)));
            assertThat(decision.hitCount()).as("seed %d", seed).isEqualTo(expected.size());
            if (expected.size() <= Decision.MOST_HITS) {
                assertThat(decision.hits().stream()
                                .map(hit -> hit.rule() + "@" + hit.line())
                                .collect(Collectors.toSet()))
                        .as("seed %d, log %s", seed, log)
                        .isEqualTo(expected);
            }
            first(expected)
                    .ifPresent(line -> assertThat(
                                    ((Outcome.Labelled) decision.outcome()).by().line())
                            .isEqualTo(line));
            hits += expected.size();
        }
        assertThat(hits).as("the logs were worth looking at").isGreaterThan(2000);
    }

    private static Optional<Integer> first(Set<String> hits) {
        return hits.stream()
                .map(hit -> Integer.parseInt(hit.substring(hit.indexOf('@') + 1)))
                .min(Integer::compare);
    }

    private static String line(Random random) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        String word = WORDS[random.nextInt(WORDS.length)];
        return switch (random.nextInt(4)) {
            case 0 -> "^" + word;
            case 1 -> word + "$";
            case 2 -> word.charAt(0) + "\\w+" + word.charAt(word.length() - 1);
            default -> word;
        };
    }

    private static String rule(Random random) {
        StringBuilder yaml = new StringBuilder("weak: true\nwhen:\n  anyOf:\n");
        IntStream.range(0, 1 + random.nextInt(2))
                .forEach(i -> yaml.append("    - ").append(condition(random)).append('\n'));
        if (random.nextInt(3) == 0) {
            yaml.append("  allOf:\n    - { line: '").append(word(random)).append("' }\n");
        }
        if (random.nextInt(2) == 0) {
            yaml.append("  noneOf:\n    - { line: '%s', within: %s }\n"
                    .formatted(word(random), random.nextBoolean() ? "log" : 1 + random.nextInt(3) + " lines"));
        }
        return yaml.toString();
    }

    private static String condition(Random random) {
        String kind = random.nextBoolean() ? "sequence" : "near";
        String third = random.nextBoolean() ? ", '" + word(random) + "'" : "";
        return random.nextInt(3) == 0
                ? "{ line: '" + word(random) + "' }"
                : "{ %s: ['%s', '%s'%s], within: %d lines, decisive: %d }"
                        .formatted(
                                kind, word(random), word(random), third, 1 + random.nextInt(4), 1 + random.nextInt(2));
    }

    private static Set<Integer> lines(Rule rule, List<String> log) {
        Set<Integer> lines = new TreeSet<>();
        rule.when().anyOf().forEach(condition -> lines.addAll(lines(condition, log)));
        for (Condition condition : rule.when().allOf()) {
            if (lines(condition, log).isEmpty()) {
                lines.clear();
            }
        }
        for (When.NoneOf none : rule.when().noneOf()) {
            Set<Integer> absent = lines(none.condition(), log);
            lines.removeIf(line -> absent.stream()
                    .anyMatch(other -> none.within() instanceof Within.Log
                            || (none.within() instanceof Within.Lines(int count) && Math.abs(other - line) <= count)));
        }
        return lines;
    }

    private static Set<Integer> lines(Condition condition, List<String> log) {
        Set<Integer> lines = new TreeSet<>();
        for (int i = 0; i < log.size(); i++) {
            boolean holds = switch (condition) {
                case Condition.Line(String pattern) -> is(pattern, log.get(i));
                case Condition.Lines together -> together(together, log, i, new ArrayList<>());
                case Condition.Fact fact -> false;
                case Condition.AnyOf any -> false;
                case Condition.AllOf all -> false;
            };
            if (holds) {
                lines.add(i);
            }
        }
        return lines;
    }

    /** Tries every way to lay the patterns on lines. */
    private static boolean together(Condition.Lines lines, List<String> log, int decisive, List<Integer> laid) {
        int next = laid.size();
        if (next == lines.patterns().size()) {
            return fits(lines, laid, decisive);
        }
        for (int i = 0; i < log.size(); i++) {
            boolean here = next != lines.decisive() - 1 || i == decisive;
            if (here && is(lines.patterns().get(next), log.get(i))) {
                laid.add(i);
                boolean found = together(lines, log, decisive, laid);
                laid.removeLast();
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(Condition.Lines lines, List<Integer> laid, int decisive) {
        if (lines.ordered()) {
            boolean rising = IntStream.range(1, laid.size()).allMatch(i -> laid.get(i - 1) < laid.get(i));
            return rising && laid.getLast() - laid.getFirst() <= lines.within();
        }
        return IntStream.range(0, laid.size())
                .filter(i -> i != lines.decisive() - 1)
                .allMatch(i -> laid.get(i) != decisive && Math.abs(laid.get(i) - decisive) <= lines.within());
    }

    private static boolean is(String pattern, String line) {
        return Pattern.compile(pattern).matcher(line).find();
    }
}
