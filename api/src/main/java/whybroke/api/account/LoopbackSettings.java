package whybroke.api.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** {@code whybroke.beyond-loopback}: whether other machines may reach us. */
@ConfigMapping(prefix = "whybroke.beyond-loopback")
public interface LoopbackSettings {
    /**
     * Everything is behind sign-in, but tokens travel readable unless something in front speaks TLS: listening on more
     * than this machine is a decision, so it must be written down.
     */
    @WithParentName
    @WithDefault("false")
    boolean isMeant();
}
