package whybroke.rules.match.scan;

import java.util.HashSet;
import java.util.Set;

/** Texts one after the other: neighbours grow together while they stay few. */
final class Concatenation {
    /** Texts kept side by side; beyond them what is known so far is set aside and the rest begins anew. */
    static final int MOST = 16;

    private static final int LONGEST = 64;

    private Set<String> open = Known.NOTHING;
    private Set<String> heads;
    private Set<String> best;
    private int weight;

    void add(Known next) {
        weight += next.weight();
        Set<String> joined = join(open, next.heads());
        if (next.exact() != null && joined != null) {
            open = joined;
            return;
        }
        Set<String> end = joined == null ? open : joined;
        heads = heads == null ? end : heads;
        offer(end);
        offer(next.required());
        open = next.tails();
    }

    Known known() {
        if (heads == null) {
            return Known.exact(open, weight);
        }
        offer(open);
        return new Known(null, best, heads, open, weight);
    }

    private void offer(Set<String> texts) {
        if (!isUseless(texts) && (best == null || worth(texts) > worth(best))) {
            best = texts;
        }
    }

    private static boolean isUseless(Set<String> texts) {
        return texts == null || texts.contains("");
    }

    /** Long and few. */
    private static int worth(Set<String> texts) {
        int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
        return 4 * Math.min(shortest, 12) - texts.size();
    }

    private static Set<String> join(Set<String> heads, Set<String> tails) {
        Set<String> joined = new HashSet<>();
        for (String head : heads) {
            for (String tail : tails) {
                if (head.length() + tail.length() > LONGEST || joined.size() >= MOST) {
                    return null;
                }
                joined.add(head + tail);
            }
        }
        return joined;
    }
}
