/** The plumbing that every station shares: topics, records as JSON, attempts, dead letters. */
package whybroke.ingest.stream;
