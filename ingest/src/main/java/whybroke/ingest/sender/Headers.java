package whybroke.ingest.sender;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The headers of one delivery, names without case; of a repeated header the first counts. */
public final class Headers {
    private final Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Headers(Map<String, List<String>> all) {
        all.forEach((name, values) -> {
            if (name != null && !values.isEmpty()) {
                first.put(name, values.getFirst());
            }
        });
    }

    public static Headers of(Map<String, List<String>> all) {
        return new Headers(all);
    }

    /** The header's value without surrounding space; null when absent or empty. */
    public String get(String name) {
        String value = first.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The media type without its parameters, lower case; empty when there is none. */
    public String mediaType() {
        String type = get("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
