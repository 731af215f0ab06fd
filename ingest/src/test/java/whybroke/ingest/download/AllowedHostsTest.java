package whybroke.ingest.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whybroke.ingest.Connection;

class AllowedHostsTest {
    /** What the name server of somebody who means ill may answer. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("good.blobs.example.org", "203.0.113.7"),
            Map.entry("loop.blobs.example.org", "127.0.0.1"),
            Map.entry("any.blobs.example.org", "0.0.0.0"),
            Map.entry("ten.blobs.example.org", "10.1.2.3"),
            Map.entry("home.blobs.example.org", "192.168.0.10"),
            Map.entry("meta.blobs.example.org", "169.254.169.254"),
            Map.entry("shared.blobs.example.org", "100.100.100.200"),
            Map.entry("future.blobs.example.org", "255.255.255.255"),
            Map.entry("six.blobs.example.org", "::1"),
            Map.entry("local6.blobs.example.org", "fd00::1"),
            Map.entry("link6.blobs.example.org", "fe80::1"),
            Map.entry("mapped.blobs.example.org", "::ffff:127.0.0.1"),
            Map.entry("nat64.blobs.example.org", "64:ff9b::7f00:1"),
            Map.entry("public6.blobs.example.org", "2a00:1450::1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.ci.example.org/repos/a/b/actions/jobs/1/logs",
                "https://API.CI.example.org./x",
                "https://api.ci.example.org:443/x",
                "https://ci.example.org/x",
                "https://logs.example.org/x",
                "https://odd.example.org:8443/x",
                "https://good.blobs.example.org/x?sig=1",
                "https://public6.blobs.example.org/x"
            })
    void configuredHosts_mayBeAsked(String address) throws UnknownHostException {
        assertThat(hosts("https://api.ci.example.org").refusal(URI.create(address)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/x",
                "https://logs.example.org.evil.example.com/x",
                "https://evil-logs.example.org/x",
                "https://blobs.example.org/x",
                "https://evilblobs.example.org/x",
                "https://api.ci.example.org:8443/x",
                "https://logs.example.org:22/x",
                "https://odd.example.org/x",
                "https://good.blobs.example.org:9200/x",
                "http://logs.example.org/x",
                "http://api.ci.example.org/x",
                "ftp://logs.example.org/x",
                "file:///etc/passwd",
                "https://user:word@logs.example.org/x",
                "https://logs.example.org@evil.example.com/x",
                "https:///x",
                "https:logs.example.org",
                "//logs.example.org/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/x"
            })
    void everythingElse_isRefused(String address) throws UnknownHostException {
        assertThat(hosts("https://api.ci.example.org").refusal(URI.create(address)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"loop", "any", "ten", "home", "meta", "shared", "future", "six", "local6", "link6", "mapped", "nat64"})
    void nameBelowAWildcard_thatLeadsIntoAPrivateNetwork_isRefused(String name) throws UnknownHostException {
        URI address = URI.create("https://" + name + ".blobs.example.org/x");

        assertThat(hosts("https://api.ci.example.org").refusal(address))
                .hasValueSatisfying(because -> assertThat(because).contains("private network"));
    }

    @Test
    void hostInAPrivateNetwork_thatIsNamedItself_mayBeAsked() throws UnknownHostException {
        Connection inside = new Connection(
                "x",
                "github",
                "10.0.0.5",
                URI.create("http://10.0.0.5:8080/api"),
                List.of("localhost:9000", "[::1]:9001"),
                null,
                null,
                true);

        assertThat(AllowedHosts.of(inside, AllowedHostsTest::resolve).refusal(URI.create("http://10.0.0.5:8080/x")))
                .isEmpty();
        assertThat(AllowedHosts.of(inside, AllowedHostsTest::resolve).refusal(URI.create("http://localhost:9000/x")))
                .isEmpty();
        assertThat(AllowedHosts.of(inside, AllowedHostsTest::resolve).refusal(URI.create("http://[::1]:9001/x")))
                .isEmpty();
        assertThat(AllowedHosts.of(inside, AllowedHostsTest::resolve).refusal(URI.create("http://10.0.0.5:5432/x")))
                .isPresent();
    }

    @Test
    void nameThatIsNotKnown_isTheNetworksFault() {
        assertThatThrownBy(
                        () -> hosts("https://api.ci.example.org").refusal(URI.create("https://x.blobs.example.org/")))
                .isInstanceOf(UnknownHostException.class);
    }

    private static AllowedHosts hosts(String api) {
        Connection connection = new Connection(
                "x",
                "github",
                "CI.example.org",
                URI.create(api),
                List.of("logs.example.org", "odd.example.org:8443", "*.blobs.example.org"),
                null,
                null,
                true);
        return AllowedHosts.of(connection, AllowedHostsTest::resolve);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        String address = NAMES.get(host);
        if (address == null) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(address);
    }
}
