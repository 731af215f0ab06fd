package whybroke.classifier;

import java.time.Instant;
import whybroke.ingest.FailedJob;
import whybroke.rules.Engine;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.log.LogLines;
import whybroke.rules.match.JobFacts;
import whybroke.rules.match.Matcher;

/** One compiled library with its name. The same failure gets the same answer for ever. */
record Judge(LibraryHash library, Matcher matcher, boolean shadow) {
    Verdict.ByRule judge(FailedJob failed, LogLines log, Instant at) {
        JobFacts facts = failed.job().facts();
        return new Verdict.ByRule(
                failed,
                library,
                Engine.VERSION,
                failed.log() == null ? NO_LOG : log.hash(),
                FactsHash.of(facts),
                matcher.match(facts, log),
                shadow,
                at);
    }

    /** Stands for the hash of a log that is not there. */
    static final String NO_LOG = "none";
}
