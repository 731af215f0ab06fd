package whybroke.api.problem;

/** Foreign text inside HTML. */
public final class Html {
    private Html() {}

    /** Safe as text and inside a quoted attribute; null gives nothing. */
    public static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
