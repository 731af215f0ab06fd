package whybroke.rules.log;

/**
 * Lines that were left out.
 *
 * @param after index of the kept line before the gap; -1 when the gap is at the start
 * @param lines lines of the raw log between the two kept ones
 */
public record Gap(int after, int lines) {}
