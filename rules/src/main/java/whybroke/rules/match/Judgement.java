package whybroke.rules.match;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which evidence decides, and why the rest does not.
 *
 * @param decider null when nothing decides
 * @param contradicting evidence of equal right for different labels; empty unless that is why nothing decides
 * @param candidates what came closest when nothing decides, best first
 * @param evidence all, in line order
 * @param lost by evidence (by identity), none for the decider
 */
record Judgement(
        Evidence decider,
        List<Evidence> contradicting,
        List<Evidence> candidates,
        List<Evidence> evidence,
        IdentityHashMap<Evidence, String> lost) {}
