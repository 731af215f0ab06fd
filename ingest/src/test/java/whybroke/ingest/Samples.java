package whybroke.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whybroke.ingest.sender.Delivery;
import whybroke.ingest.sender.Headers;

/** What the tests of this room have in common. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private Samples() {}

    public static Connection github() {
        return github(null);
    }

    public static Connection github(URI api, String... logHosts) {
        String host = api == null ? "github.com" : api.getHost();
        return new Connection("acme", "github", host, api, List.of(logHosts), List.of("env:HOOK"), null, true);
    }

    public static Connection generic(URI api, String... logHosts) {
        return new Connection(
                "tekton",
                "generic",
                "ci.example.org",
                api,
                List.of(logHosts),
                List.of("env:HOOK"),
                api == null ? null : "env:TOKEN",
                true);
    }

    public static Delivery delivery(Connection connection, byte[] body, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new Delivery(connection, Headers.of(all), body, NOW);
    }

    public static Webhook webhook(String event, String body) {
        return new Webhook("acme", "72d3162e", event, body, null, NOW);
    }

    /** A failed job as GitHub reports it, with what the caller changes. */
    public static String workflowJob(String conclusion, Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "id", "9001",
                "run_id", "77",
                "run_attempt", "2",
                "name", "\"build (21)\"",
                "workflow_name", "\"CI\"",
                "head_branch", "\"main\"",
                "head_sha", "\"3484a3fb816e0859fd6e1cea078d76385ff50625\"",
                "status", "\"completed\"",
                "conclusion", conclusion == null ? "null" : "\"" + conclusion + "\"",
                "completed_at", "\"2026-11-21T09:59:30Z\""));
        fields.putAll(changes);
        StringBuilder job = new StringBuilder();
        fields.forEach((name, value) -> job.append(job.isEmpty() ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return """
                {"action": "completed", "workflow_job": {%s},
                 "repository": {"id": 17, "full_name": "acme/shop", "private": true,
                                "html_url": "https://github.com/acme/shop"},
                 "sender": {"login": "alice"}}""".formatted(job);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
