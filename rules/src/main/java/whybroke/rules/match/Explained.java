package whybroke.rules.match;

/**
 * A decision and what it rests on.
 *
 * @param start first character of the match on the deciding line; -1 when no line decided
 * @param end behind its last character; -1 when no line decided
 */
public record Explained(Decision decision, int start, int end) {}
