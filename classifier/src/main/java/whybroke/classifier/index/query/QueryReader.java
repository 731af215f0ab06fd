package whybroke.classifier.index.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whybroke.classifier.index.text.Needle;
import whybroke.classifier.index.text.Words;

/**
 * Reads what people type:
 *
 * <pre>label:infra repo:acme/* provider:github job:build branch:main rule:maven/* pipeline:ci fingerprint:abc
 * since:7d until:2026-11-01 is:unlabelled "exact phrase" word ERR_PN* -word -label:x</pre>
 *
 * <p>All conditions must hold; the same name twice means either. A star stands at the end only, and a query's length and
 * its number of conditions are bounded, so that no query is expensive.
 */
public final class QueryReader {
    static final int LONGEST = 1_000;
    static final int MOST_CLAUSES = 32;
    private static final int MOST_WORDS = 64;
    private static final int SHORTEST_PREFIX = 2;
    private static final String NAMES =
            "label, repo, provider, pipeline, job, branch, rule, fingerprint, since, until, is";

    private final Scanner scanner;
    private final Moments moments;

    private QueryReader(String query, Instant now) {
        this.scanner = new Scanner(query);
        this.moments = new Moments(now);
    }

    /**
     * @param now what {@code since:7d} counts from
     * @throws QueryError with position and what was expected there
     */
    public static List<Clause> read(String query, Instant now) {
        String text = query == null ? "" : query;
        if (text.length() > LONGEST) {
            throw new QueryError(LONGEST, "a query has at most " + LONGEST + " characters");
        }
        return new QueryReader(text, now).clauses();
    }

    private List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        while (scanner.hasNext()) {
            if (clauses.size() == MOST_CLAUSES) {
                throw new QueryError(scanner.position(), "a query has at most " + MOST_CLAUSES + " conditions");
            }
            clauses.add(clause());
        }
        return List.copyOf(clauses);
    }

    private Clause clause() {
        boolean negated = scanner.skip('-');
        int position = scanner.position();
        String name = scanner.name();
        if (name != null) {
            return named(position, name, negated);
        }
        boolean quoted = scanner.atQuote();
        String text = quoted ? scanner.quoted() : scanner.word();
        boolean prefix = !quoted && text.endsWith("*") && text.length() > 1;
        return new Clause.Text(needle(position, text, prefix), negated);
    }

    private static Needle needle(int position, String text, boolean prefix) {
        List<Words.Word> words = Words.of(text);
        if (words.isEmpty()) {
            throw new QueryError(position, "expected a word, but '" + text + "' has neither letters nor digits");
        }
        if (words.size() > MOST_WORDS) {
            throw new QueryError(position, "a phrase has at most " + MOST_WORDS + " words");
        }
        boolean open = prefix && words.getLast().end() == text.length() - 1;
        if (open && words.getLast().term().length() < SHORTEST_PREFIX) {
            throw new QueryError(
                    position, "expected at least " + SHORTEST_PREFIX + " letters or digits before the star");
        }
        return new Needle(words, open);
    }

    private Clause named(int position, String name, boolean negated) {
        int valueAt = scanner.position();
        boolean quoted = scanner.atQuote();
        String value = quoted ? scanner.quoted() : scanner.word();
        if (value.isBlank()) {
            throw new QueryError(
                    valueAt, "expected a value after '" + name + ":'; to search for text, put it in quotes");
        }
        if (negated && (name.equals("since") || name.equals("until"))) {
            throw new QueryError(position, "'" + name + ":' cannot be negated; use the other one of since and until");
        }
        return switch (name) {
            case "since" -> new Clause.Since(moments.start(name, valueAt, value));
            case "until" -> new Clause.Until(moments.end(name, valueAt, value));
            case "is" -> is(valueAt, value, negated);
            default -> filter(position, name, valueAt, value, !quoted, negated);
        };
    }

    private static Clause is(int position, String value, boolean negated) {
        State state = State.of(value.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new QueryError(position, "expected labelled, unlabelled or confirmed, not '" + value + "'"));
        return new Clause.Is(state, negated);
    }

    private static Clause filter(
            int position, String name, int valueAt, String value, boolean starAllowed, boolean negated) {
        Field field = Field.of(name)
                .orElseThrow(() -> new QueryError(
                        position,
                        "'" + name + ":' is not known; expected one of " + NAMES
                                + ". To search for text, put it in quotes"));
        return FieldValue.read(field, valueAt, value, starAllowed).negatedIf(negated);
    }
}
