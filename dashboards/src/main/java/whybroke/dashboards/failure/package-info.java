/**
 * The pages of failures: the list, one failure, its whole log, and the form by which a person contradicts a verdict.
 *
 * <p>Resources answer addresses; {@code FailureLists} and {@code FailureViews} ask {@link whybroke.api.failure} and its
 * neighbours; {@link whybroke.dashboards.failure.Answer}, {@code Unread}, {@code Standing} and
 * {@link whybroke.dashboards.failure.Words} decide what is said; {@link whybroke.dashboards.failure.LogView} decides
 * which lines are open and which are folded. The templates below {@code templates/failure} only lay it out.
 */
package whybroke.dashboards.failure;
