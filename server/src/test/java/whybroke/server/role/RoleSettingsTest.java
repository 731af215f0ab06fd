package whybroke.server.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleSettingsTest {
    @Test
    void noRoleNamed_meansAllOfThem() {
        assertThat(Role.parse(null)).isEqualTo(EnumSet.allOf(Role.class));
        assertThat(Role.parse(" ")).isEqualTo(EnumSet.allOf(Role.class));
        assertThat(Role.parse("all")).isEqualTo(EnumSet.allOf(Role.class));
    }

    @Test
    void unknownRole_isRefusedWithTheListOfRoles() {
        assertThatThrownBy(() -> Role.parse("receive,clasify"))
                .hasMessageContaining("'clasify'")
                .hasMessageContaining("receive, fetch, classify, work, serve");
    }

    @Test
    void allRoles_switchNothingOff() {
        assertThat(RoleSettings.settings(EnumSet.allOf(Role.class))).isEmpty();
    }

    @Test
    void classifyAlone_opensNoDatabaseAndListensToFailuresOnly() {
        var settings = RoleSettings.settings(Set.of(Role.CLASSIFY));

        assertThat(settings)
                .containsEntry("quarkus.datasource.active", "false")
                .containsEntry("mp.messaging.incoming.verdicts-record.enabled", "false")
                .containsEntry("mp.messaging.incoming.webhooks.enabled", "false")
                .containsEntry("whybroke.index.enabled", "false")
                .doesNotContainKey("mp.messaging.incoming.failures.enabled");
    }

    @Test
    void serveAlone_opensTheDatabaseAndRecordsNothing() {
        var settings = RoleSettings.settings(Set.of(Role.SERVE));

        assertThat(settings)
                .containsEntry("whybroke.work.enabled", "false")
                .containsEntry("mp.messaging.incoming.jobs-record.enabled", "false")
                .doesNotContainKeys("quarkus.datasource.active", "whybroke.index.enabled");
    }
}
