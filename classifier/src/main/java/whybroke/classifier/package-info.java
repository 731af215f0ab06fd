/**
 * From a failure with its log to a verdict: {@code Classify} is a few lines around the pure matcher; {@code index}
 * makes tails searchable and finds similar failures.
 */
package whybroke.classifier;
