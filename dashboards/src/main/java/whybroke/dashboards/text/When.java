package whybroke.dashboards.text;

/**
 * A moment, ready for {@code <time>}.
 *
 * @param iso for machines
 * @param words for people, {@code 12 min ago}
 * @param full date and time with their zone
 */
public record When(String iso, String words, String full) {}
