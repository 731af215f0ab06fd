/**
 * The language people search in: {@link whybroke.classifier.index.query.QueryReader} makes
 * {@link whybroke.classifier.index.query.Clause}s of what they typed, or says where it went wrong and what was expected
 * there. Nothing here knows Lucene.
 */
package whybroke.classifier.index.query;
