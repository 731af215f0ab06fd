/**
 * The pages in a real browser: accessible in light and dark, wide and narrow, without a script as well as with one.
 * Compiled and run with the Maven profile {@code browser} only. It needs a Chromium on the machine,
 * {@code /usr/bin/chromium} or where {@code WHYBROKE_CHROMIUM} points; without one the tests are skipped and say so.
 * {@code WHYBROKE_SCREENSHOTS} names a folder for pictures of every page.
 */
package whybroke.server.browser;
