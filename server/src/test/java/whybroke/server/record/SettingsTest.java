package whybroke.server.record;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import whybroke.api.setting.Connections;
import whybroke.api.setting.NoSuchConnection;
import whybroke.api.setting.RecordObservation;
import whybroke.api.setting.StoredConnection;
import whybroke.api.work.StaleVersion;
import whybroke.ingest.Connection;
import whybroke.ingest.Observation;
import whybroke.ingest.stream.Topics;
import whybroke.ingest.stream.Wire;
import whybroke.server.Backends;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SettingsTest {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Connections connections;

    @Inject
    RecordObservation observations;

    @Inject
    Recorded recorded;

    @Test
    void connection_isStoredAuditedAndPublished() {
        StoredConnection made = connections.create(connection("settings-one", true), "ada");
        StoredConnection off = connections.disable("settings-one", made.version(), "bob");

        assertThat(off.connection().enabled()).isFalse();
        assertThat(off.version()).isEqualTo(2);
        assertThat(connections.find("settings-one")).contains(off);
        assertThat(recorded.list("select who || ' ' || what from audit where detail->>'connection' = 'settings-one'"))
                .containsExactly("ada connection.created", "bob connection.disabled");
        await().atMost(10, SECONDS)
                .untilAsserted(() ->
                        assertThat(published("settings-one")).last().isEqualTo(connection("settings-one", false)));
    }

    @Test
    void connection_isChangedOnlyAsItWasSeen() {
        connections.create(connection("settings-two", true), "ada");

        assertThatThrownBy(() -> connections.create(connection("settings-two", true), "bob"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connections.update(connection("settings-two", false), 7, "bob"))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> connections.disable("settings-none", 1, "bob")).isInstanceOf(NoSuchConnection.class);
        assertThat(connections
                        .update(connection("settings-two", false), 1, "bob")
                        .version())
                .isEqualTo(2);
    }

    @Test
    void connectionsOfTheConfiguration_winAndAreDisabledWhenTakenOut() {
        connections.create(connection("settings-three", false), "ada");

        connections.configure(List.of(connection("settings-three", true)));
        connections.configure(List.of(connection("settings-three", true)));

        StoredConnection stored = connections.find("settings-three").orElseThrow();
        assertThat(stored.origin()).isEqualTo(StoredConnection.Origin.CONFIGURATION);
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.connection().enabled()).isTrue();
        assertThatThrownBy(() -> connections.disable("settings-three", 2, "bob"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("configuration");

        connections.configure(List.of());
        assertThat(connections.find("settings-three").orElseThrow().connection().enabled())
                .isFalse();
    }

    @Test
    void observation_isKeptOnce() {
        var seen = new Observation(UUID.randomUUID(), "settings", "rejection", "bad-signature", null, Instant.now());

        observations.record(Wire.write(seen));
        observations.record(Wire.write(seen));

        assertThat(recorded.list("select detail from observation where id = ?", seen.id()))
                .containsExactly("bad-signature");
    }

    private List<Connection> published(String id) {
        return Followed.values(servers, Topics.CONNECTIONS, id).stream()
                .map(bytes -> Wire.read(bytes, Connection.class))
                .toList();
    }

    private static Connection connection(String id, boolean enabled) {
        return new Connection(
                id,
                "github",
                "github.example.org",
                URI.create("https://github.example.org/api/v3"),
                List.of("*.logs.example.org"),
                List.of("env:WEBHOOK_SECRET"),
                "file:/run/secrets/token",
                enabled);
    }
}
