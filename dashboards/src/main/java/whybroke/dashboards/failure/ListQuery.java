package whybroke.dashboards.failure;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whybroke.api.failure.FailureFilter;
import whybroke.api.failure.VerdictOutcome;
import whybroke.api.trend.Period;
import whybroke.ingest.LogState;

/** The filters of the list as they stand in its address. Whatever cannot be read counts as not given. */
public class ListQuery {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 400;

    @QueryParam("label")
    String label;

    @QueryParam("repository")
    String repository;

    @QueryParam("job")
    String job;

    @QueryParam("branch")
    String branch;

    @QueryParam("state")
    String state;

    @QueryParam("days")
    int days;

    @QueryParam("cause")
    Long cause;

    @QueryParam("q")
    String q;

    @QueryParam("cursor")
    String cursor;

    public FailureFilter filter(Period period) {
        return new FailureFilter(
                label(), repository(), branch(), job(), outcome(), logState(), cause, period.from(), null, q());
    }

    /** One of the five, {@code none}, or null. */
    public String label() {
        return text(label);
    }

    public String repository() {
        return text(repository);
    }

    public String job() {
        return text(job);
    }

    public String branch() {
        return text(branch);
    }

    /** A word of either axis, or null. */
    public String state() {
        return outcome() != null
                ? outcome().word()
                : logState() != null ? logState().word() : null;
    }

    public String q() {
        return text(q);
    }

    public Long cause() {
        return cause;
    }

    public String cursor() {
        return text(cursor);
    }

    public int days() {
        return days <= 0 || days > MOST_DAYS ? USUAL_DAYS : days;
    }

    /** True when nothing but the time narrows the list. */
    public boolean isPlain() {
        return parameters().keySet().stream().allMatch(name -> name.equals("days"));
    }

    private VerdictOutcome outcome() {
        return Arrays.stream(VerdictOutcome.values())
                .filter(outcome -> outcome.word().equals(state))
                .findFirst()
                .orElse(null);
    }

    private LogState logState() {
        return Arrays.stream(LogState.values())
                .filter(log -> log.word().equals(state))
                .findFirst()
                .orElse(null);
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** This list with another label ({@code all} for any), from its start. */
    public String with(String otherLabel) {
        Map<String, String> parameters = parameters();
        if (otherLabel.equals("all")) {
            parameters.remove("label");
        } else {
            parameters.put("label", otherLabel);
        }
        return link(parameters);
    }

    /** The page behind this one. */
    public String after(String next) {
        Map<String, String> parameters = parameters();
        parameters.put("cursor", next);
        return link(parameters);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "label", label());
        put(parameters, "repository", repository());
        put(parameters, "job", job());
        put(parameters, "branch", branch());
        put(parameters, "state", state());
        put(parameters, "q", q());
        put(parameters, "cause", cause == null ? null : cause.toString());
        put(parameters, "days", days() == USUAL_DAYS ? null : Integer.toString(days()));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        Optional.ofNullable(value).ifPresent(given -> parameters.put(name, given));
    }

    private static String link(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? "/failures"
                : parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "/failures?", ""));
    }
}
