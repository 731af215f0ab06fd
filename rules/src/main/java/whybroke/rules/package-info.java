/**
 * What a log says, judged by rules: plain Java, no framework, no clock, no network.
 *
 * <p>Read in the order of the path: {@code log} turns a raw stream into clean, cut, redacted lines; {@code library}
 * reads, checks and locks the rules; {@code match} brings the two together in one pure function. The service, the
 * command line, the samples beside each rule and every measurement call the same two methods,
 * {@link whybroke.rules.log.LogLines#of(java.io.InputStream)} and {@code Matcher.match}, so they cannot disagree.
 */
package whybroke.rules;
