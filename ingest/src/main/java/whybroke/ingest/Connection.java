package whybroke.ingest;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * One CI system we listen to: the record of {@code whybroke.connections}, keyed by id. Secrets are only references,
 * {@code env:NAME} or {@code file:PATH}, resolved where they are used.
 *
 * @param id in the webhook's address, {@code [a-z0-9-]{1,40}}
 * @param provider {@code github} or {@code generic}
 * @param host of the CI system, part of every identity, {@code github.com}
 * @param api base address of its API, null when it has none
 * @param logHosts further hosts that its API may send us to for a log; {@code *.example.org} allows a domain
 * @param webhookSecrets references, any of which may sign (rotation)
 * @param token reference to the API token, null for none
 * @param enabled deliveries to a disabled one are refused
 */
public record Connection(
        String id,
        String provider,
        String host,
        URI api,
        List<String> logHosts,
        List<String> webhookSecrets,
        String token,
        boolean enabled) {
    public Connection {
        host = host == null ? "" : host.strip().toLowerCase(Locale.ROOT);
        logHosts = logHosts == null ? List.of() : List.copyOf(logHosts);
        webhookSecrets = webhookSecrets == null ? List.of() : List.copyOf(webhookSecrets);
    }
}
