/**
 * The pages people open, one package per question: {@link whybroke.dashboards.failure} (why did my build break?),
 * {@link whybroke.dashboards.cause} (how big is this?), {@link whybroke.dashboards.search},
 * {@link whybroke.dashboards.rule}; around them {@link whybroke.dashboards.page}, below them
 * {@link whybroke.dashboards.text} and {@link whybroke.dashboards.chart}.
 *
 * <p>Pages ask the same query services as REST does and hold no rule of their own about who may see what. A resource
 * asks, a view record holds what a template shows, a template lays it out. Nothing needs a script.
 */
package whybroke.dashboards;
