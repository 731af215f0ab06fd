/**
 * What every writer here shares: transactions on PostgreSQL that repeat when two met, the outbox through which Kafka
 * hears what PostgreSQL decided, and the leased table of work that waits.
 */
package whybroke.api.work;
