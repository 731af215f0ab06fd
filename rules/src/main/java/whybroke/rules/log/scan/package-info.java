/**
 * Looking for many literals in a line at once.
 *
 * <p>Every line of every log passes here once, whether it is kept or not, so this is a table walk and nothing else.
 * What a hit means is the business of {@code cut} (lines that look like errors) and {@code redact} (places where a
 * secret may stand).
 */
package whybroke.rules.log.scan;
