/**
 * Why things break, once per reason: a fingerprint opens a cause, and from then on points at it. Merging and splitting
 * change where fingerprints point, never the failures.
 */
package whybroke.api.cause;
