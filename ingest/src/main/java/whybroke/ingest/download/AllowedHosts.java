package whybroke.ingest.download;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whybroke.ingest.Connection;

/**
 * Where a connection's logs may be fetched from: its API, its host and its log hosts, nothing else, whatever an event or
 * a redirect says. Encrypted unless the API itself is not. A host that is only allowed through a {@code *.} must not lie
 * in a private network.
 */
public final class AllowedHosts {
    /** How names become addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final List<HostRule> rules = new ArrayList<>();
    private final boolean plain;
    private final Resolver resolver;

    private AllowedHosts(Connection connection, List<String> usual, Resolver resolver) {
        URI api = connection.api();
        this.plain = api != null && "http".equalsIgnoreCase(api.getScheme());
        this.resolver = resolver;
        if (api != null && api.getHost() != null) {
            rules.add(new HostRule(HostRule.hostOf(api), api.getPort(), false));
        }
        rules.add(HostRule.of(connection.host()));
        connection.logHosts().forEach(entry -> rules.add(HostRule.of(entry)));
        usual.forEach(entry -> rules.add(HostRule.of(entry)));
    }

    /** @param usual hosts that every connection to this CI system may use, as in {@link Connection#logHosts()} */
    public static AllowedHosts of(Connection connection, String... usual) {
        return new AllowedHosts(connection, List.of(usual), InetAddress::getAllByName);
    }

    static AllowedHosts of(Connection connection, Resolver resolver) {
        return new AllowedHosts(connection, List.of(), resolver);
    }

    /**
     * Why this address must not be asked; empty when it may. The JDK remembers a name's addresses for 30 s, so the
     * client that connects right after this sees the addresses that were checked.
     *
     * @throws UnknownHostException when the name has no address: the network's fault, not the address's
     */
    Optional<String> refusal(URI uri) throws UnknownHostException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plain && scheme.equals("http"))) {
            return Optional.of("its address is not https");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.of("its address is not a plain web address");
        }
        String host = HostRule.hostOf(uri);
        List<HostRule> allowing = rules.stream()
                .filter(rule -> rule.allows(scheme, host, uri.getPort()))
                .toList();
        if (allowing.isEmpty()) {
            return Optional.of("it is on " + uri.getAuthority() + ", which is not among the connection's log hosts");
        }
        boolean named = allowing.stream().anyMatch(rule -> !rule.suffix());
        return named || isPublic(host)
                ? Optional.empty()
                : Optional.of("it is on " + host + ", which lies in a private network");
    }

    private boolean isPublic(String host) throws UnknownHostException {
        for (InetAddress address : resolver.resolve(host)) {
            if (PrivateNetwork.contains(address)) {
                return false;
            }
        }
        return true;
    }
}
