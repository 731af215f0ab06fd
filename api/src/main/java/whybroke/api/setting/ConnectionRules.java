package whybroke.api.setting;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import whybroke.ingest.Connection;

/** What a connection must look like; every refusal is a sentence for the person who wrote it. */
final class ConnectionRules {
    private static final Set<String> PROVIDERS = Set.of("github", "generic");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9][a-z0-9-]{0,62})*(:[0-9]{1,5})?");
    private static final Pattern SECRET =
            Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]{0,199}|file:[^\\x00-\\x1f]{1,500}");
    private static final int MOST = 20;

    private ConnectionRules() {}

    /** @throws IllegalArgumentException when something is wrong */
    static Connection checked(Connection connection) {
        require(connection.id() != null && ID.matcher(connection.id()).matches(), "id: 1 to 40 of a-z, 0-9 and '-'");
        require(PROVIDERS.contains(connection.provider()), "provider: one of github, generic");
        require(isHost(connection.host()), "host: a host name in lower case, for example github.com");
        require(connection.api() == null || isHttp(connection.api()), "api: an http or https address without a user");
        hosts(connection.logHosts());
        secrets(connection.webhookSecrets());
        require(
                connection.token() == null || isReference(connection.token()),
                "token: a reference, env:NAME or file:PATH, never the token itself");
        return connection;
    }

    private static void hosts(List<String> hosts) {
        require(hosts.size() <= MOST, "logHosts: at most " + MOST);
        for (String host : hosts) {
            require(
                    isHost(host.startsWith("*.") ? host.substring(2) : host),
                    "logHosts: host names in lower case; *.example.org allows a domain");
        }
    }

    private static void secrets(List<String> secrets) {
        require(secrets.size() <= MOST, "webhookSecrets: at most " + MOST);
        for (String secret : secrets) {
            require(isReference(secret), "webhookSecrets: references, env:NAME or file:PATH, never the secret itself");
        }
    }

    private static boolean isHost(String host) {
        return host != null && HOST.matcher(host).matches();
    }

    private static boolean isReference(String secret) {
        return SECRET.matcher(secret).matches();
    }

    private static boolean isHttp(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null;
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
