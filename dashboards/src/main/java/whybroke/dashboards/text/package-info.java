/**
 * How foreign and our own words come onto a page: {@link whybroke.dashboards.text.Visible} escapes and unmasks every
 * value, {@link whybroke.dashboards.text.Remedy} renders Markdown with its teeth drawn,
 * {@link whybroke.dashboards.text.Times} says moments as people do. Nothing here knows Quarkus but
 * {@code VisibleText}, which hands the first to the template engine.
 */
package whybroke.dashboards.text;
