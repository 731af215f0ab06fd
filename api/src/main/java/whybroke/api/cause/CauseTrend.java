package whybroke.api.cause;

import java.util.List;
import whybroke.api.failure.FailureDetail.Day;
import whybroke.api.trend.Period;

/** @param days every day of the period in its zone, also those without a failure; oldest first */
public record CauseTrend(long cause, Period period, long failures, List<Day> days) {}
