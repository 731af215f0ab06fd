/**
 * The command line: plain Java on the class path of the service, but nothing of it is started.
 *
 * <p>{@link whybroke.server.cli.Main} is only the list of commands. {@link whybroke.server.cli.Classify} labels logs with the
 * same library and the same two calls as the service; {@code whybroke.server.cli.rules} holds what authors of rules need.
 */
package whybroke.server.cli;
