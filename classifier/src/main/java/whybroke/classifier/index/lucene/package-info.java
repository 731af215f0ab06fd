/**
 * The index on one machine, by Lucene. {@link whybroke.classifier.index.lucene.IndexFolder} is the files with their one
 * writer; {@link whybroke.classifier.index.lucene.Entry} decides what is newer when two things are known of one failure;
 * {@link whybroke.classifier.index.lucene.Hits} and {@link whybroke.classifier.index.lucene.Similar} are what can be
 * asked. Only this package knows Lucene's documents and queries.
 */
package whybroke.classifier.index.lucene;
