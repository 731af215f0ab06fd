/**
 * How many, when: jobs and failures counted per UTC quarter-hour. A count changes only in the transaction that changes
 * the fact it counts, and {@code RebuildCounts} can make all of them again from the facts. Time zones are applied when
 * somebody asks.
 */
package whybroke.api.trend;
