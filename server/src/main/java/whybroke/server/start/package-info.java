/**
 * whybroke on one machine: a supervisor that starts Kafka, PostgreSQL and the service as children, restarts what dies,
 * and leaves nothing behind. {@link whybroke.server.start.StartCommand} is the door, {@link
 * whybroke.server.start.Supervisor} the life cycle; the children are {@link whybroke.server.start.Child} processes and
 * {@link whybroke.server.start.Postgres}. Everything they keep lies in one folder, {@link
 * whybroke.server.start.DataFolder}.
 */
package whybroke.server.start;
