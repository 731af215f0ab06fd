package whybroke.classifier.index.follow;

/** How much of what there is the index holds. Written by the follower, read by searches. */
final class Progress {
    private volatile double share = 1;

    /** While the stored failures are read. */
    void reading(long done, long all) {
        share = all <= 0 ? 1 : Math.min(0.999, (double) done / all);
    }

    /** @param lag verdicts not read yet */
    void following(long held, long lag) {
        share = lag <= 0 ? 1 : (double) held / (held + lag);
    }

    /** In [0, 1]. */
    double share() {
        return share;
    }
}
