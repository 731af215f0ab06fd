package whybroke.api.account;

/** Who is asking in the current request; inject it. */
public interface Viewers {
    /** @throws IllegalStateException outside of a signed-in request */
    Viewer current();
}
