package whybroke.api.work;

/**
 * One piece of work as its worker gets it.
 *
 * @param payload JSON
 * @param attempt from 1; the work may have been done in part before
 * @param progress as the attempt before left it
 */
public record Task(long id, String kind, String key, byte[] payload, int attempt, long progress) {}
