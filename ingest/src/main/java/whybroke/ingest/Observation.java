package whybroke.ingest;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a station saw that people should be able to see: the record of {@code whybroke.observations}.
 *
 * @param id makes it count once
 * @param connection null when it concerns none
 * @param kind {@code delivery}, {@code rejection}, {@code fetch}, {@code dead-letter}, {@code judged}
 * @param detail the reason or state in one word, {@code bad-signature}
 * @param millis how long it took, null when not timed
 * @param at when
 */
public record Observation(UUID id, String connection, String kind, String detail, Long millis, Instant at) {}
