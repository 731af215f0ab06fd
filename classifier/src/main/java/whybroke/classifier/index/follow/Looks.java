package whybroke.classifier.index.follow;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** The looks still to be taken, soonest first. */
final class Looks {
    private static final int MOST = 20_000;
    private final PriorityQueue<Look> waiting = new PriorityQueue<>(Comparator.comparing(Look::due));

    void add(Look look) {
        waiting.add(look);
    }

    /** The next one that is due, taken out. */
    Optional<Look> due(Instant now) {
        Look next = waiting.peek();
        return next == null || next.due().isAfter(now) ? Optional.empty() : Optional.of(waiting.remove());
    }

    /** True when nothing more should be read before some of these are done. */
    boolean isFull() {
        return waiting.size() >= MOST;
    }

    void clear() {
        waiting.clear();
    }

    /** These positions, held back to the earliest verdict whose look is not done. */
    Map<Integer, Long> holdBack(Map<Integer, Long> positions) {
        Map<Integer, Long> held = new HashMap<>(positions);
        waiting.forEach(look -> held.merge(look.partition(), look.offset(), Math::min));
        return held;
    }
}
