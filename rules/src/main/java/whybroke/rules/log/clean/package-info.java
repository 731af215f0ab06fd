/**
 * From bytes to the text a person would have seen.
 *
 * <p>In the order of the path: {@code Source} reads the stream, tells text from binary and turns UTF-16 into UTF-8;
 * {@code Terminal} does what a terminal would do with escape sequences, carriage returns and backspaces, and hands out
 * lines; {@code Stamps} takes the CI system's own time off the start of a line, {@code Marker} reads its section
 * markers. All of it works on chunks of any size with memory that does not grow with the log.
 */
package whybroke.rules.log.clean;
