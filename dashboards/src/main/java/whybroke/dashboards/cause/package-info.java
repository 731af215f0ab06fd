/**
 * The pages of causes. {@code CausesResource} answers the two addresses, {@code CauseViews} asks the questions of
 * {@link whybroke.api.cause} and puts the answers into {@link whybroke.dashboards.cause.CauseList} and
 * {@link whybroke.dashboards.cause.CauseView}, which is all the templates know.
 */
package whybroke.dashboards.cause;
