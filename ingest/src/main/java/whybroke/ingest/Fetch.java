package whybroke.ingest;

/**
 * "Fetch this log again now": the record of {@code whybroke.fetches}.
 *
 * @param job without its log
 * @param fetch which fetch this will be, from 2
 */
public record Fetch(FinishedJob job, int fetch) {}
