package whybroke.rules.match;

import whybroke.rules.library.RuleLibrary;
import whybroke.rules.log.LogLines;

/** A compiled library. Immutable, safe for any number of threads; the same input gives the same answer for ever. */
public final class Matcher {
    private Matcher() {}

    /** Compiles a library: about a second for 5,000 rules, once per published version. */
    public static Matcher of(RuleLibrary library) {
        throw new UnsupportedOperationException();
    }

    /** @param log an {@link whybroke.rules.log.LogKind#EMPTY} one when there is no log */
    public Decision match(JobFacts facts, LogLines log) {
        throw new UnsupportedOperationException();
    }
}
