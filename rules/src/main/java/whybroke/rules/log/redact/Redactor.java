package whybroke.rules.log.redact;

import java.util.List;
import java.util.stream.Stream;
import whybroke.rules.log.scan.Literals;
import whybroke.rules.log.scan.Literals.Literal;

/**
 * Replaces secrets, line after line of one log: it remembers whether a private key is going on. Applied to its own
 * result it changes nothing.
 */
public final class Redactor {
    private static final List<Clue> CLUES = Stream.of(
                    Tokens.clues(), Keys.clues(), Urls.clues(), Headers.clues(), Commands.clues(), PrivateKeys.clues())
            .flatMap(clues -> clues)
            .toList();
    private static final Literals LITERALS = new Literals(literals(1).toList());

    private final PrivateKeys keys = new PrivateKeys();
    private int count;

    /** The literals without one of which no line has a secret (unless {@link #isInKey()}), each with this tag. */
    public static Stream<Literal> literals(int tag) {
        return CLUES.stream().map(clue -> new Literal(clue.literal(), tag));
    }

    /** True when the next line may belong to a private key that began before it. */
    public boolean isInKey() {
        return keys.isInKey();
    }

    /** The line without its secrets; null when there are none. */
    public byte[] redact(byte[] text, int from, int to) {
        Line line = new Line(text, from, to);
        Spans found = new Spans();
        keys.look(line, found);
        LITERALS.each(text, from, to, (literal, start, end) -> {
            if (!found.cover(start)) {
                CLUES.get(literal).look().at(line, start, end, found);
            }
        });
        if (found.isEmpty()) {
            return null;
        }
        count += keys.newIn(found);
        return found.replaceIn(line);
    }

    /** Secrets replaced so far; a private key counts once however many lines it has. */
    public int count() {
        return count;
    }
}
