/** What REST promises, over HTTP, on a real database and a real broker. */
package whybroke.server.rest;
