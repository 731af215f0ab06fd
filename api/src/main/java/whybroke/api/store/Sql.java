package whybroke.api.store;

import java.util.ArrayList;
import java.util.List;

/** A statement that grows piece by piece, each with its values; what users wrote is only ever a value. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public Sql(String text, Object... values) {
        and(text, values);
    }

    /** Appends a piece; {@code ?} in it stand for the values in order. */
    public Sql and(String piece, Object... more) {
        text.append(piece).append('\n');
        values.addAll(java.util.Arrays.asList(more));
        return this;
    }

    /** Appends {@code piece} with its one value unless that is null. */
    public Sql andIf(Object value, String piece) {
        return value == null ? this : and(piece, value);
    }

    public Sql and(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }

    /** {@code word} as a pattern of {@code like} that matches it anywhere and literally. */
    public static String anywhere(String word) {
        return "%" + literally(word) + "%";
    }

    /** {@code word} inside a pattern of {@code like}, its own wildcards disarmed. */
    public static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
