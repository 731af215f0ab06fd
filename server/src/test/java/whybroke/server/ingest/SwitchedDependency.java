package whybroke.server.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import whybroke.ingest.stream.Dependency;

/** A dependency that a test can switch off; on for everybody else. */
@ApplicationScoped
public class SwitchedDependency implements Dependency {
    private volatile boolean up = true;

    void set(boolean isUp) {
        up = isUp;
    }

    @Override
    public String name() {
        return "switched";
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public boolean isFault(Throwable thrown) {
        return false;
    }
}
