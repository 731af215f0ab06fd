package whybroke.api.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * When a later pass says "flaky", and when so much breaks at once that it says nothing. The numbers suit some hundred
 * failures a day; who sees more than one failure without a rule per minute in ordinary times should raise
 * {@code unlabelled-failures}, or history will rarely speak.
 */
@ConfigMapping(prefix = "whybroke.history")
public interface HistoryConfig {
    /** A pass that comes later than this proves little: the world around the commit has changed. */
    @WithDefault("7d")
    Duration passWithin();

    /** The same fingerprint in this many repositories is an outage ... */
    @WithDefault("3")
    int outageRepositories();

    /** ... when seen at most this long before or after the failure. */
    @WithDefault("30m")
    Duration outageWithin();

    /** So many failures without a rule are an outage that nobody has described yet ... */
    @WithDefault("10")
    int unlabelledFailures();

    /** ... if they come from so many repositories ... */
    @WithDefault("5")
    int unlabelledRepositories();

    /** ... at most this long before or after the failure. */
    @WithDefault("15m")
    Duration unlabelledWithin();
}
