/** The catalogue of rules and the page of one: what it says, what it earned in 30 days, what helps. */
package whybroke.dashboards.rule;
