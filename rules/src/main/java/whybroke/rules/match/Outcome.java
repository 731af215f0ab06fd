package whybroke.rules.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What the judge says of one failure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Labelled.class, name = "labelled"),
    @JsonSubTypes.Type(value = Outcome.Unlabelled.class, name = "unlabelled")
})
public sealed interface Outcome {
    /**
     * @param by the deciding hit
     * @param confidence measured share of right answers for this kind of evidence, lower 95% bound; null when it was
     *     never measured
     */
    record Labelled(Hit by, Double confidence) implements Outcome {}

    /**
     * @param why there is no label
     * @param candidates what came closest, best first, at most 3
     */
    record Unlabelled(Why why, List<Hit> candidates) implements Outcome {
        public Unlabelled {
            candidates = List.copyOf(candidates);
        }
    }

    /** Why there is no label. */
    enum Why {
        /** There is a log, and no active rule knows anything in it. */
        NO_RULE,
        /** Rules contradict each other and nothing tells which is right. */
        AMBIGUOUS,
        /** No usable log and no fact that decides. */
        NO_EVIDENCE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Why of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
