package whybroke.rules.match;

import java.util.List;
import whybroke.rules.Fingerprint;

/**
 * Everything one library says about one failure: the answer, and what else it saw.
 *
 * @param outcome the answer
 * @param hits all evidence in line order, the deciding one included, at most {@link #MOST_HITS}
 * @param hitCount how many there were before the cap
 * @param fingerprint the deciding hit's, else that of the template; null when there is neither, so that strangers are
 *     not grouped
 * @param template the masked text behind the fingerprint of an unlabelled failure, or how it ended when there is no
 *     log; null when labelled or when nothing tells
 */
public record Decision(Outcome outcome, List<Hit> hits, int hitCount, Fingerprint fingerprint, String template) {
    public static final int MOST_HITS = 32;

    public Decision {
        hits = List.copyOf(hits);
    }
}
