/**
 * Takes secrets out of lines before anything is kept.
 *
 * <p>A literal that the one scan of each line found ({@code Tokens}, {@code Keys}, {@code Urls} ...) names a place where
 * a secret may stand; a small function beside it looks at the bytes there and says from where to where. Everything is
 * linear: a function looks ahead a bounded way or over what it then takes out.
 */
package whybroke.rules.log.redact;
