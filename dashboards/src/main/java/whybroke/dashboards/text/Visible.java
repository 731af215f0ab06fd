package whybroke.dashboards.text;

/**
 * Foreign text as a page may show it: what would be invisible, or would turn the reading order round, is written out.
 * Names, branches and logs come from strangers, and a line must not read differently from what it says.
 */
public final class Visible {
    private Visible() {}

    /** The text with control and directional characters spelt out; TAB and line feed stay. Not escaped. */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    /** The same, safe inside an element and inside a quoted attribute. */
    public static String html(String text) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> append(out, point);
            }
        });
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        if (point == '\t' || point == '\n') {
            out.append((char) point);
        } else if (point < 0x20) {
            out.append((char) (0x2400 + point)); // the Unicode pictures of the control characters
        } else if (point == 0x7f) {
            out.append('\u2421');
        } else if (isHidden(point)) {
            out.append("[U+").append(String.format("%04X", point)).append(']');
        } else {
            out.appendCodePoint(point);
        }
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            // The joiners that scripts and emoji need are formats too, and harmless.
            case Character.FORMAT -> point != 0x200c && point != 0x200d;
            default -> false;
        };
    }
}
