package whybroke.api.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Optional;

/** {@code whybroke.hosts}: by which names people open this service. */
@ConfigMapping(prefix = "whybroke.hosts")
public interface HostSettings {
    /**
     * Names besides {@code localhost}. Any other name is refused, so that no web site can point a name of its own at
     * this machine and read along.
     */
    @WithParentName
    Optional<List<String>> names();
}
