package whybroke.rules.match;

import com.google.re2j.Matcher;
import java.util.LinkedHashMap;
import java.util.Map;
import whybroke.rules.library.Rule;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.scan.Patterns;

/** Writes evidence down as a {@link Hit}: texts and captures, bounded. */
final class Hits {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CAPTURE = 200;

    private final Patterns patterns;
    private final LogLines log;
    private final JobFacts facts;

    Hits(Patterns patterns, LogLines log, JobFacts facts) {
        this.patterns = patterns;
        this.log = log;
        this.facts = facts;
    }

    Hit of(Evidence evidence, String lost) {
        Rule rule = evidence.rule();
        int line = evidence.line();
        Map<String, String> captures = captures(evidence);
        return new Hit(
                rule.id(),
                rule.version(),
                rule.status() == Rule.Status.SHADOW,
                rule.label(),
                rule.blame(),
                rule.tier(),
                evidence.kind(),
                line,
                line < 0 ? 0 : log.rawLine(line),
                bounded(line < 0 ? String.join(", ", evidence.facts()) : log.line(line), LONGEST_TEXT),
                captures,
                Fingerprints.of(rule, facts, captures),
                lost);
    }

    /** Of all lines that took part; the deciding one's win. */
    Map<String, String> captures(Evidence evidence) {
        Map<String, String> captures = new LinkedHashMap<>();
        for (Evidence.Place place : evidence.places()) {
            captures(place.pattern(), log.line(place.line())).forEach(captures::putIfAbsent);
        }
        return captures;
    }

    Map<String, String> captures(String pattern, String line) {
        Map<String, String> captures = new LinkedHashMap<>();
        Matcher found = patterns.captures(pattern).isEmpty() ? null : patterns.find(pattern, line);
        if (found != null) {
            for (String name : patterns.captures(pattern)) {
                if (found.group(name) != null) {
                    captures.put(name, bounded(found.group(name), LONGEST_CAPTURE));
                }
            }
        }
        return captures;
    }

    private static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // Half a character is no character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
