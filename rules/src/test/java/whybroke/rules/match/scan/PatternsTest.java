package whybroke.rules.match.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One scan for all patterns finds what trying every pattern on every line finds. */
class PatternsTest {
    private static final String[] WORDS = {
        "Error", "reset", "status", "conn", "k", "s", "\u212A", "\u017F", "É", "50", ": ", "x"
    };

    @Test
    void scan_finds_the_same_lines_as_every_pattern_tried_on_every_line() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Set<String> patterns = new LinkedHashSet<>();
            IntStream.range(0, 20).forEach(i -> patterns.add(pattern(random, 3)));
            List<String> lines =
                    IntStream.range(0, 60).mapToObj(i -> line(random)).toList();

            Seen seen = Patterns.of(patterns).scan(lines.size(), lines::get);

            for (String pattern : patterns) {
                Pattern alone = Pattern.compile(pattern);
                int[] expected = IntStream.range(0, lines.size())
                        .filter(i -> alone.matcher(lines.get(i)).find())
                        .toArray();
                assertThat(seen.of(pattern))
                        .as("seed %d, pattern %s", seed, pattern)
                        .isEqualTo(expected);
            }
        }
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        IntStream.range(0, random.nextInt(8)).forEach(i -> line.append(WORDS[random.nextInt(WORDS.length)]));
        return random.nextBoolean() ? line.toString() : line.toString().toLowerCase(Locale.ROOT);
    }

    /** A random pattern over the same words, with everything the syntax offers. */
    private static String pattern(Random random, int depth) {
        String word = WORDS[random.nextInt(WORDS.length)];
        if (depth == 0) {
            return word;
        }
        String one = pattern(random, depth - 1);
        String other = pattern(random, depth - 1);
        return switch (random.nextInt(14)) {
            case 0 -> one + "|" + other;
            case 1 -> "(?:" + one + "|" + other + ")" + word;
            case 2 -> "(?<n" + random.nextInt(1_000_000) + ">" + one + ")";
            case 3 -> "(?:" + one + ")?" + other;
            case 4 -> "(?:" + one + ")*" + other;
            case 5 -> "(?:" + one + ")+?";
            case 6 -> "(?:" + one + "){2}";
            case 7 -> "(?:" + one + "){0,3}" + other;
            case 8 -> "(?i)" + one;
            case 9 -> "(?i:" + one + ")" + other;
            case 10 -> "\\Q" + word + "\\E" + one;
            case 11 -> "[" + "abkst5".substring(random.nextInt(3)) + "]" + one;
            case 12 -> "^" + one + ".*" + other;
            default -> one + "\\w" + other + "$";
        };
    }

    @Test
    void lines_of_a_pattern_are_capped_and_the_last_one_is_kept() {
        Seen seen = Patterns.of(List.of("noise")).scan(5000, i -> "noise");

        assertThat(seen.of("noise")).hasSize(Seen.MOST + 1).endsWith(4999).startsWith(0, 1, 2);
    }

    @Test
    void neighbours_are_found_on_both_sides() {
        List<String> lines = List.of("abcd", "-", "abcd", "-", "abcd");

        Seen seen = Patterns.of(List.of("abcd")).scan(lines.size(), lines::get);

        assertThat(seen.before("abcd", 2)).isZero();
        assertThat(seen.after("abcd", 2)).isEqualTo(4);
        assertThat(seen.before("abcd", 0)).isEqualTo(-1);
        assertThat(seen.after("abcd", 4)).isEqualTo(-1);
        assertThat(seen.between("abcd", 3, 3)).isFalse();
        assertThat(seen.between("abcd", 3, 4)).isTrue();
    }

    @Test
    void log_made_to_be_tried_by_everything_ends_in_bounded_time() {
        List<String> patterns = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> patterns.add("evil" + i % 10 + "(.*)x(.*)y(.*)z(?:a|b)*" + i));
        String line = "evil0evil1evil2evil3evil4evil5evil6evil7evil8evil9".repeat(80);
        Patterns all = Patterns.of(patterns);
        Instant start = Instant.now();

        Seen seen = all.scan(2000, i -> line);

        assertThat(seen.of(patterns.getFirst())).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }
}
