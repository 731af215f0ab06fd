/**
 * What a word of a log is, and where it stands.
 *
 * <p>{@link whybroke.classifier.index.text.Words} cuts text into words and their parts. Everything else agrees with it:
 * {@link whybroke.classifier.index.text.LogAnalyzer} puts them into the index,
 * {@link whybroke.classifier.index.text.Highlights} marks them in lines, the query reader looks for them.
 * {@link whybroke.classifier.index.text.Window} chooses the lines by which failures are compared.
 */
package whybroke.classifier.index.text;
