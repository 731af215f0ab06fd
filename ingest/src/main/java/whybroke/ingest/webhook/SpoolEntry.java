package whybroke.ingest.webhook;

/** One waiting record: key and value as they will go to Kafka. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and bytes are bytes
record SpoolEntry(String key, byte[] value) {}
