package whybroke.api.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import whybroke.ingest.Connection;

class ConnectionRulesTest {
    @Test
    void everydayConnection_isFine() {
        Connection connection = with("github", "github.com", "https://api.github.com", "*.example.org", "env:SECRET");

        assertThat(ConnectionRules.checked(connection)).isSameAs(connection);
        ConnectionRules.checked(with("generic", "ci.example.org:8443", null, "logs", "file:/run/secrets/ci"));
    }

    @Test
    void secretInsteadOfAReference_isRefused() {
        assertThatThrownBy(() -> ConnectionRules.checked(with("github", "github.com", null, "x", "hunter2")))
                .hasMessageContaining("never the secret itself");
    }

    @Test
    void wrongFields_areRefusedInASentence() {
        refused(with("jenkins", "github.com", null, "x", "env:A"), "provider");
        refused(with("github", "https://github.com", null, "x", "env:A"), "host");
        refused(with("github", "github.com", "file:///etc/passwd", "x", "env:A"), "api");
        refused(with("github", "github.com", "https://me:you@github.com", "x", "env:A"), "api");
        refused(with("github", "github.com", null, "*", "env:A"), "logHosts");
        refused(with("github", "github.com", null, "*.", "env:A"), "logHosts");
        refused(with("github", "github.com", null, "x", "env:A B"), "webhookSecrets");
        refused(new Connection("Bad Id", "github", "github.com", null, null, null, null, true), "id");
        refused(new Connection("a", "github", "github.com", null, null, null, "ghp_123", true), "token");
    }

    private static void refused(Connection connection, String field) {
        assertThatThrownBy(() -> ConnectionRules.checked(connection))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field);
    }

    private static Connection with(String provider, String host, String api, String logHost, String secret) {
        return new Connection(
                "ci",
                provider,
                host,
                api == null ? null : URI.create(api),
                List.of(logHost),
                List.of(secret),
                null,
                true);
    }
}
