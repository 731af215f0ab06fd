/**
 * Which lines hold which patterns: one pass over all lines for the literals that every pattern needs, then the linear-time
 * engine on the few lines that have one.
 *
 * <p>{@link whybroke.rules.match.scan.Literals} reads off a pattern which texts any match must contain;
 * {@link whybroke.rules.match.scan.Prefilter} finds those texts in a line with one automaton for all patterns;
 * {@link whybroke.rules.match.scan.Patterns} puts the two together and answers with
 * {@link whybroke.rules.match.scan.Seen}. The backtracking engine of the JDK never sees foreign text.
 */
package whybroke.rules.match.scan;
