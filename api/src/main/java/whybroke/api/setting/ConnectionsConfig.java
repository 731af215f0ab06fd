package whybroke.api.setting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connections of the configuration, {@code whybroke.connections.<id>.*}: for installations that keep their settings in
 * Git. They win over one of the same id made through the API, and one that is taken out is disabled, not deleted.
 */
@ConfigMapping(prefix = "whybroke.connections")
public interface ConnectionsConfig {
    @WithParentName
    Map<String, Configured> byId();

    /** See {@link whybroke.ingest.Connection} for what each means. */
    interface Configured {
        String provider();

        String host();

        Optional<URI> api();

        Optional<List<String>> logHosts();

        /** References, {@code env:NAME} or {@code file:PATH}: a secret itself is refused. */
        Optional<List<String>> webhookSecrets();

        Optional<String> token();

        @WithDefault("true")
        boolean enabled();
    }
}
