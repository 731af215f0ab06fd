package whybroke.rules.library;

/** How far from the deciding line something is looked for. */
public sealed interface Within {
    /** Up to {@code count} lines before or after. */
    record Lines(int count) implements Within {}

    /** The same step, else the same section, else the log. */
    record Step() implements Within {}

    record Log() implements Within {}

    /** @throws IllegalArgumentException when the words are none of {@code N lines}, {@code step}, {@code log} */
    static Within of(String words) {
        return switch (words) {
            case "step" -> new Step();
            case "log" -> new Log();
            default -> new Lines(lines(words));
        };
    }

    /** The N of {@code N lines}. */
    static int lines(String words) {
        String number = words.endsWith(" lines") ? words.substring(0, words.length() - 6) : "";
        if (!number.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("'" + words + "' is not a distance; write for example 30 lines");
        }
        return Integer.parseInt(number);
    }

    default String words() {
        return switch (this) {
            case Lines lines -> lines.count() + " lines";
            case Step step -> "step";
            case Log log -> "log";
        };
    }
}
