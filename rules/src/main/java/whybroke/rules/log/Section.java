package whybroke.rules.log;

import java.time.Instant;

/**
 * A step, group or stage that the log itself marks.
 *
 * @param name as the log writes it, markers removed
 * @param first index of its first kept line (0-based)
 * @param last index of its last kept line, inclusive; {@code first - 1} when none was kept
 * @param started from the line's own timestamp, null when the log has none
 */
public record Section(String name, int first, int last, Instant started) {}
