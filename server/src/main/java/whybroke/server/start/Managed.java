package whybroke.server.start;

import java.nio.file.Path;

/** Something the supervisor starts, watches and stops. */
interface Managed {
    String name();

    /** Where its output goes. */
    Path log();

    /** Starts it, or starts it again after it died. */
    void start();

    boolean isAlive();

    /** Ends it and waits until it has ended. */
    void stop();
}
