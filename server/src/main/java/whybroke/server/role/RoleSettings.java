package whybroke.server.role;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns {@code whybroke.roles} into the settings that connect or leave out channels, database and index. Everything is
 * built in and switched here at start, so one artefact serves every deployment.
 */
public class RoleSettings implements ConfigSourceFactory {
    /** Above application.properties (250), below the environment (300): an operator may still overrule one switch. */
    private static final int ORDINAL = 270;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Set<Role> roles = Role.parse(context.getValue("whybroke.roles").getValue());
        return List.of(new PropertiesConfigSource(settings(roles), "roles " + roles, ORDINAL));
    }

    static Map<String, String> settings(Set<Role> held) {
        Map<String, String> settings = new HashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> !held.contains(role))
                .flatMap(role -> role.channels().stream())
                .forEach(channel -> settings.put("mp.messaging.incoming." + channel + ".enabled", "false"));
        if (!held.contains(Role.WORK)) {
            settings.put("whybroke.work.enabled", "false");
        }
        if (!held.contains(Role.SERVE)) {
            settings.put("whybroke.serve.enabled", "false");
        }
        if (held.stream().noneMatch(Role::opensDatabase)) {
            settings.put("quarkus.datasource.active", "false");
            settings.put("quarkus.hibernate-orm.active", "false");
            settings.put("quarkus.flyway.active", "false");
            settings.put("quarkus.flyway.migrate-at-start", "false");
            settings.put("whybroke.index.enabled", "false");
        }
        return settings;
    }
}
