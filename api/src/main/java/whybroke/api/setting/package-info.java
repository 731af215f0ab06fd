/**
 * What people set up and what stations report back: connections (from the configuration or through the API), published
 * rule libraries, observations. Connections and libraries are true in PostgreSQL and travel through the outbox to
 * compacted topics, where the roles without a database read them.
 */
package whybroke.api.setting;
