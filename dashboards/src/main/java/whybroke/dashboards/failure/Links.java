package whybroke.dashboards.failure;

import java.util.Locale;

/** Addresses that came from outside. */
public final class Links {
    private Links() {}

    /** The address when a browser may follow it, null when it is none of http and https. */
    public static String web(String url) {
        if (url == null) {
            return null;
        }
        String lower = url.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? url.strip() : null;
    }
}
