/**
 * Recording, against a real Kafka and a real PostgreSQL: any order ends the same, person over history over rule, counts
 * that can be made again, work that waits, the outbox, settings. Each test lives in a {@code World} of its own.
 */
package whybroke.server.record;
