package whybroke.api.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** The viewer that signing in found. */
@ApplicationScoped
class CurrentViewer implements Viewers {
    private final SecurityIdentity identity;

    CurrentViewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Viewer current() {
        Viewer viewer = identity.getAttribute(SignInProvider.VIEWER);
        if (viewer == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return viewer;
    }
}
