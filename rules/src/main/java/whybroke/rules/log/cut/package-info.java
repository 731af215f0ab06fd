/**
 * Which lines of a log are kept when it is too large: its start, its end, and what stands around lines that look like
 * errors in between.
 *
 * <p>{@code Alarms} says which lines look like errors. {@code Keeper} takes every line once, in order, and holds no more
 * than the limits allow: lines leave the {@code LineStore} of the tail for {@code Windows}, which keeps all of them
 * while they fit and afterwards those near an alarm, the earliest and the latest ones.
 */
package whybroke.rules.log.cut;
