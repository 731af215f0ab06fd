package whybroke.api.cause;

import whybroke.api.trend.Period;

/**
 * @param label one of the five, {@code none} for unlabelled, null for all
 * @param repository full name, null for all
 * @param state null for all
 * @param q words in the title, case ignored, null for all
 * @param period in which the failures counted
 */
public record CauseFilter(String label, String repository, String state, String q, Period period) {}
