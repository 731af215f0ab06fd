package whybroke.api.work;

import java.nio.charset.StandardCharsets;
import whybroke.ingest.stream.Wire;

/** Foreign text on its way into PostgreSQL, which takes no NUL and indexes at most about 2,700 bytes. */
public final class Text {
    /** Of a name: of a job, pipeline, branch, runner. */
    public static final int NAME = 500;
    /** Of an address. */
    public static final int URL = 2_000;

    private Text() {}

    /** The first {@code most} characters, null stays null. */
    public static String most(int most, String text) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** A name that the schema wants and an event may lack. */
    public static String name(String text) {
        return text == null ? "" : most(NAME, text);
    }

    /** For a {@code jsonb} column. */
    public static String json(Object value) {
        // In the rare text that spells the escape out, a backslash and all, this changes what it spells: it still is
        // JSON.
        return new String(Wire.write(value), StandardCharsets.UTF_8).replace("\\u0000", "\\ufffd");
    }

    /** As it will be read back: bounded and without NUL. */
    public static String clean(int most, String text) {
        return text == null ? null : storable(most(most, text));
    }

    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }
}
