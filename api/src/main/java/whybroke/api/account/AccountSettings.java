package whybroke.api.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people stay signed in. */
@ConfigMapping(prefix = "whybroke.sign-in")
public interface AccountSettings {
    /**
     * How long a browser stays signed in. Longer is kinder; a stolen laptop is signed in for as long.
     */
    @WithDefault("P7D")
    Duration session();
}
