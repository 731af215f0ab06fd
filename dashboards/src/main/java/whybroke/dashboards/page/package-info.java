/**
 * What all pages share: the {@link whybroke.dashboards.page.Shell} around them (header, search box, who is signed in),
 * the addresses of style sheets, the headers that forbid inline style and script, the sign-in page, and the pages that
 * stand in for an error when a browser asks.
 */
package whybroke.dashboards.page;
