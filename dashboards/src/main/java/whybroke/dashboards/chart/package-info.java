/**
 * Charts drawn on the server. A chart is geometry in a record; the template writes it as SVG with a sentence for those
 * who do not see it and a table below it, so that it prints, needs no script and can be tested as numbers.
 */
package whybroke.dashboards.chart;
