package whybroke.rules.log.redact;

/**
 * A literal near which a secret may stand.
 *
 * @param literal in any case
 * @param look what to do where it occurs
 */
record Clue(String literal, Look look) {
    /** Looks at one occurrence of the literal and adds the secret there, if there is one. */
    @FunctionalInterface
    interface Look {
        void at(Line line, int start, int end, Spans found);
    }
}
