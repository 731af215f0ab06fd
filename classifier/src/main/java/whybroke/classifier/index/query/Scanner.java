package whybroke.classifier.index.query;

/** Walks over a query's characters. */
final class Scanner {
    private final String query;
    private int at;

    Scanner(String query) {
        this.query = query;
    }

    /** True when another clause begins here; white space before it is skipped. */
    boolean hasNext() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        return at < query.length();
    }

    int position() {
        return at;
    }

    boolean skip(char expected) {
        if (at < query.length() && query.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    boolean atQuote() {
        return at < query.length() && query.charAt(at) == '"';
    }

    /** Everything up to the next white space. */
    String word() {
        int start = at;
        while (at < query.length() && !Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        return query.substring(start, at);
    }

    /** What stands between the quotes here; {@code \"} and {@code \\} stand for themselves. */
    String quoted() {
        int opened = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length() && query.charAt(at) != '"') {
            if (query.charAt(at) == '\\' && at + 1 < query.length() && isEscapable(query.charAt(at + 1))) {
                at++;
            }
            text.append(query.charAt(at++));
        }
        if (!skip('"')) {
            throw new QueryError(opened, "this quote is never closed");
        }
        return text.toString();
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    /** {@code label} when {@code label:} begins here, and steps behind the colon; else null and stays. */
    String name() {
        int end = at;
        while (end < query.length() && query.charAt(end) >= 'a' && query.charAt(end) <= 'z') {
            end++;
        }
        if (end == at || end >= query.length() || query.charAt(end) != ':' || isText(end + 1)) {
            return null;
        }
        String name = query.substring(at, end);
        at = end + 1;
        return name;
    }

    /** {@code https://...} is text, not a name with a value. */
    private boolean isText(int at) {
        return query.startsWith("//", at);
    }
}
