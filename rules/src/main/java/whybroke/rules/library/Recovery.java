package whybroke.rules.library;

/**
 * What undoes a hit when it comes later.
 *
 * @param line pattern; a group name that the hit captured too must hold the same text
 * @param scope where, counted from the hit
 */
public record Recovery(String line, Within scope) {}
