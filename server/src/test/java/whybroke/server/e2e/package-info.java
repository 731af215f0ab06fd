/**
 * The product as people run it: real processes started by the real command, driven over HTTP, judged by comparing sets.
 * Runs after packaging. {@link whybroke.server.e2e.Machine} is the installation under test.
 */
package whybroke.server.e2e;
