package whybroke.api.rule;

import jakarta.enterprise.context.ApplicationScoped;

/** How the installation stands. */
@ApplicationScoped
public class Installation {
    public Status status() {
        throw new UnsupportedOperationException();
    }
}
