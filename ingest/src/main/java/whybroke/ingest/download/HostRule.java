package whybroke.ingest.download;

import java.net.URI;
import java.util.Locale;

/**
 * One host that may be asked.
 *
 * @param host lower case; of {@code *.example.org} the part from the dot on
 * @param port -1 for the scheme's own
 * @param suffix everything below {@code host}, not {@code host} itself
 */
record HostRule(String host, int port, boolean suffix) {
    /** @param entry {@code host}, {@code host:port} or {@code *.domain} */
    static HostRule of(String entry) {
        String lower = entry.strip().toLowerCase(Locale.ROOT);
        boolean suffix = lower.startsWith("*.");
        String rest = suffix ? lower.substring(1) : lower;
        int colon = rest.lastIndexOf(':');
        boolean hasPort = (colon > 0 && rest.indexOf(':') == colon) || rest.contains("]:");
        return hasPort
                ? new HostRule(rest.substring(0, colon), port(rest.substring(colon + 1)), suffix)
                : new HostRule(rest, -1, suffix);
    }

    private static int port(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }

    boolean allows(String scheme, String asked, int askedPort) {
        int effective = askedPort == -1 ? usual(scheme) : askedPort;
        boolean rightPort = effective == (port == -1 ? usual(scheme) : port);
        return rightPort && (suffix ? asked.endsWith(host) && asked.length() > host.length() : asked.equals(host));
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The host of an address as rules write it: lower case, without the dot at the end. */
    static String hostOf(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
