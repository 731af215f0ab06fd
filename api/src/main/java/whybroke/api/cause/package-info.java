/** Causes: what failures have in common, how often, since when, where. */
package whybroke.api.cause;
