package whybroke.api.trend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.ZoneId;

/** How figures are told. */
@ConfigMapping(prefix = "whybroke.zone")
public interface FigureSettings {
    /**
     * The one zone in which days, weeks and months begin, for the whole organisation. Another zone moves failures
     * between days, never into or out of the counts, so that it can be changed at any time.
     */
    @WithParentName
    @WithDefault("UTC")
    ZoneId zone();
}
