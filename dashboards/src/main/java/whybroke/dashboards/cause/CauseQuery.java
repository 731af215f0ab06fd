package whybroke.dashboards.cause;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import whybroke.api.cause.CauseFilter;
import whybroke.api.trend.Period;
import whybroke.rules.Label;

/**
 * What the list of causes is narrowed to.
 *
 * @param label one of the five, {@code none}, or null for all
 * @param q words in the title, null for all
 * @param days back from now, 1 to 400
 * @param cursor null for the start
 */
public record CauseQuery(String label, String q, int days, String cursor) {
    private static final int USUAL_DAYS = 30;

    static CauseQuery of(String label, String q, int days, String cursor) {
        return new CauseQuery(known(label), text(q), days <= 0 || days > 400 ? USUAL_DAYS : days, text(cursor));
    }

    private static String known(String label) {
        boolean isLabel =
                Arrays.stream(Label.values()).anyMatch(each -> each.word().equals(label));
        return isLabel || "none".equals(label) ? label : null;
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    CauseFilter filter(Period period) {
        return new CauseFilter(label, null, null, q, period);
    }

    String link(String otherLabel, String otherCursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("label", otherLabel);
        parameters.put("q", q);
        parameters.put("days", days == USUAL_DAYS ? null : Integer.toString(days));
        parameters.put("cursor", otherCursor);
        parameters.values().removeIf(java.util.Objects::isNull);
        return parameters.isEmpty()
                ? "/causes"
                : parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "/causes?", ""));
    }
}
