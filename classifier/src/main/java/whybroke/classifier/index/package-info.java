/**
 * Search over tails: a view that can be rebuilt, never the truth.
 *
 * <p>{@link whybroke.classifier.index.FailureIndex} is what others ask, {@link whybroke.classifier.index.StoredFailures}
 * what it asks others for. {@code query} reads what people type, {@code text} says what a word of a log is,
 * {@code lucene} is the index itself, {@code follow} keeps it up to date, and
 * {@link whybroke.classifier.index.LuceneIndex} brings them together in the roles that search.
 */
package whybroke.classifier.index;
