package whybroke.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import whybroke.ingest.FailedJob;
import whybroke.ingest.FailureId;
import whybroke.rules.Label;
import whybroke.rules.library.LibraryHash;
import whybroke.rules.match.Decision;

/** Somebody's or something's word on one failure: the record of {@code whybroke.verdicts}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "judge")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.ByRule.class, name = "rule"),
    @JsonSubTypes.Type(value = Verdict.ByHistory.class, name = "history"),
    @JsonSubTypes.Type(value = Verdict.ByPerson.class, name = "person")
})
public sealed interface Verdict {
    FailureId failure();

    Instant at();

    /**
     * @param failed the failure with its log
     * @param library that judged
     * @param engine {@link whybroke.rules.Engine#VERSION}
     * @param logHash of the lines judged, {@code none} without a log
     * @param factsHash SHA-256 of the job facts judged, 64 lower-case hex digits
     * @param decision the answer; its hits may be fewer than were found so that the record fits, {@code hitCount} tells
     * @param shadow true when the library is only tried out: recorded and counted, it changes no label
     */
    record ByRule(
            FailedJob failed,
            LibraryHash library,
            int engine,
            String logHash,
            String factsHash,
            Decision decision,
            boolean shadow,
            Instant at)
            implements Verdict {
        @Override
        public FailureId failure() {
            return failed.id();
        }
    }

    /** The same job passed later on the same commit. {@code passed} is that job's id. */
    record ByHistory(FailureId failure, FailureId passed, Instant at) implements Verdict {}

    /**
     * @param event makes it count once
     * @param person who
     * @param label what they say
     * @param reason in their words, may be null
     */
    record ByPerson(FailureId failure, String event, String person, Label label, String reason, Instant at)
            implements Verdict {}
}
