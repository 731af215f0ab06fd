/**
 * The search page. A pasted CI link leads straight to its job when we know it; anything else is a query over tails.
 */
package whybroke.dashboards.search;
