/** The Lucene index over tails: a view that can be rebuilt, never the truth. */
package whybroke.classifier.index;
